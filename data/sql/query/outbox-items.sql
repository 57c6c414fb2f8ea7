-- Acts in state ?1 (pending, held), oldest first, at most ?2: what each is about, by whom, and for held ones the code of the refusal
-- (0: none of its own, it hangs on another act). An act speaks of its family, else its resident, else what its event names.
WITH acts AS (
  SELECT tx, max (n) AS whole, count (*) AS n, min (t) AS t, act, actor, state,
    min (CASE WHEN json_extract (result, '$.reason') <> 11 THEN json_extract (result, '$.reason') END) AS cause, max (json_extract (result, '$.reason')) AS broken
  FROM change WHERE state <> 'acked' AND state = ?1 GROUP BY tx ORDER BY tx LIMIT ?2
),
named AS (
  SELECT a.*, c.kind, c.uid, coalesce (e.resident_uid, r.uid) AS resident_uid, coalesce (e.family_uid, r.family_uid, CASE c.kind WHEN 'family' THEN c.uid END) AS family_uid
  FROM acts AS a
  JOIN change AS c ON c.seq = (
    SELECT seq FROM change WHERE seq >= a.tx AND seq < a.tx + max (a.whole, 1)
    ORDER BY kind = 'family' DESC, kind = 'resident' DESC, kind = 'event' DESC, seq LIMIT 1)
  LEFT JOIN event AS e ON c.kind = 'event' AND e.uid = c.uid
  LEFT JOIN resident AS r ON r.uid = CASE c.kind WHEN 'resident' THEN c.uid ELSE e.resident_uid END
)
SELECT m.tx, m.t, m.n, m.act, m.kind, m.uid,
  coalesce (
    CASE WHEN m.kind <> 'family' THEN (SELECT name FROM resident WHERE uid = m.resident_uid) END,
    (SELECT name FROM resident WHERE family_uid = m.family_uid AND deleted = 0 ORDER BY shdk = 1 DESC, shdk NULLS LAST, rid LIMIT 1),
    (SELECT coalesce (subject_name || ', ' || number_text, number_text, subject_name) FROM letter WHERE m.kind = 'letter' AND uid = m.uid),
    (SELECT sender FROM incoming WHERE m.kind = 'incoming' AND uid = m.uid),
    (SELECT name FROM account WHERE m.kind = 'account' AND uid = m.uid)) AS who,
  (SELECT trim (coalesce (dusun, '') || coalesce (' RT ' || rt, '') || coalesce (' RW ' || rw, '')) FROM family WHERE uid = m.family_uid) AS place,
  (SELECT name FROM account WHERE uid = m.actor) AS actor_name,
  m.state, coalesce (m.cause, m.broken, 0) AS refusal
FROM named AS m ORDER BY m.tx
