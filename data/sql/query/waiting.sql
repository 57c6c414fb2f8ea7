-- Menunggu Dukcapil: papers filed and not answered, and families where people live that have no No. KK and no papers on the way (by the
-- family event that tells best why: the latest, a move inside the village only when there is no other, and the marriage or divorce that made it last).
SELECT uid FROM (
  SELECT e.uid, e.filed AS since FROM event_standing AS e WHERE e.filed IS NOT NULL AND e.issued IS NULL
  UNION
  SELECT e.uid, e.date AS since
  FROM family AS f JOIN event_standing AS e ON e.uid = (
    SELECT n.uid FROM event_standing AS n WHERE n.family_uid = f.uid AND n.type BETWEEN 10 AND 39
    ORDER BY n.type < 20, n.type = 24, n.date DESC, n.type DESC, n.uid DESC LIMIT 1)
  WHERE f.kk_number IS NULL AND f.deleted = 0
    AND NOT EXISTS (SELECT 1 FROM event_standing AS p WHERE p.family_uid = f.uid AND p.filed IS NOT NULL AND p.issued IS NULL)
    AND EXISTS (SELECT 1 FROM resident AS r CROSS JOIN resident_list AS l ON l.rid = r.rid WHERE r.family_uid = f.uid AND l.status = 1)
)
ORDER BY since, uid
