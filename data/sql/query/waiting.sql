-- Menunggu Dukcapil: papers filed and not answered, and families where people live that have no No. KK (by their latest family event).
SELECT uid FROM (
  SELECT e.uid, e.filed AS since FROM event_standing AS e WHERE e.filed IS NOT NULL AND e.issued IS NULL
  UNION
  SELECT e.uid, coalesce (e.filed, e.date) AS since
  FROM family AS f JOIN event_standing AS e ON e.uid = (
    SELECT n.uid FROM event_standing AS n WHERE n.family_uid = f.uid AND n.type BETWEEN 20 AND 39
    ORDER BY n.date DESC, n.type DESC, n.uid DESC LIMIT 1)
  WHERE f.kk_number IS NULL AND f.deleted = 0
    AND EXISTS (SELECT 1 FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid WHERE r.family_uid = f.uid AND l.status = 1)
)
ORDER BY since, uid
