-- Merges in which resident ?1 has part, and what took them back: when, who, act, reason, state; is it a counter-event; is ?1 the one that was kept; the other's name.
SELECT w.t, w.actor, w.act, e.reason, w.state, e.type = 90, e.other_uid = ?1, coalesce (r.name, '')
FROM (SELECT uid FROM event WHERE resident_uid = ?1 UNION SELECT uid FROM event WHERE other_uid = ?1) AS mine
  CROSS JOIN event AS e ON e.uid = mine.uid AND e.deleted = 0 AND e.other_uid IS NOT NULL
  CROSS JOIN (
    SELECT c.uid, c.t, coalesce (a.name, '') AS actor, c.act, c.state FROM change AS c LEFT JOIN account AS a ON a.uid = c.actor WHERE c.kind = 'event' AND c.op = 'insert'
    UNION ALL
    SELECT h.uid, h.t, coalesce (h.actor_name, ''), coalesce (h.act, ''), 'remote' FROM history AS h WHERE h.kind = 'event' AND h.op = 'insert'
  ) AS w ON w.uid = e.uid
  LEFT JOIN resident AS r ON r.uid = CASE WHEN e.other_uid = ?1 THEN e.resident_uid ELSE e.other_uid END
WHERE e.type = 9 OR (e.type = 90 AND EXISTS (SELECT 1 FROM event AS m WHERE m.uid = e.cancels AND m.type = 9))
