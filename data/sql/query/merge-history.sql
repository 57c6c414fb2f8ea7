-- Merges in which resident ?1 has part, and what took them back: when, who, act, reason, state; is it a counter-event; is ?1 the one that was kept; the other's name.
WITH mine (uid, reason, back, kept, name) AS (
  SELECT e.uid, e.reason, e.type = 90, e.other_uid = ?1, coalesce (r.name, '')
  FROM (SELECT uid FROM event WHERE resident_uid = ?1 UNION SELECT uid FROM event WHERE other_uid = ?1) AS own
    CROSS JOIN event AS e ON e.uid = own.uid
    LEFT JOIN resident AS r ON r.uid = CASE WHEN e.other_uid = ?1 THEN e.resident_uid ELSE e.other_uid END
  WHERE e.deleted = 0 AND e.other_uid IS NOT NULL
    AND (e.type = 9 OR (e.type = 90 AND EXISTS (SELECT 1 FROM event AS m WHERE m.uid = e.cancels AND m.type = 9)))
)
SELECT c.t, coalesce (a.name, ''), c.act, mine.reason, c.state, mine.back, mine.kept, mine.name
FROM mine CROSS JOIN change AS c ON c.uid = mine.uid AND c.kind = 'event' AND c.op = 'insert' LEFT JOIN account AS a ON a.uid = c.actor
UNION ALL
SELECT h.t, coalesce (h.actor_name, ''), coalesce (h.act, ''), mine.reason, 'remote', mine.back, mine.kept, mine.name
FROM mine CROSS JOIN history AS h ON h.uid = mine.uid AND h.kind = 'event' AND h.op = 'insert'
