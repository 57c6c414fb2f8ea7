-- What happened to people (types 1-9), and acts that noted what they changed. told: the day it was reported, which says the month it counts in.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT e.uid AS uid, e.rid AS rid, e.type AS type, e.resident_uid AS resident_uid, e.date AS date, coalesce (e.reported, e.date, '') AS told, e.reason AS reason, e.before AS before
FROM asked CROSS JOIN event_standing AS e
WHERE (e.area = asked.area OR substr (e.area, 1, length (asked.area) + 1) = asked.area || '.')
  AND ((e.resident_uid IS NOT NULL AND e.type BETWEEN 1 AND 9) OR e.before IS NOT NULL)
ORDER BY e.resident_uid, told, e.date, e.type, e.uid
