-- Everybody who was ever counted here, the dead and the moved too, but nobody of temporary residence.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT r.rid AS rid, r.uid AS uid, r.area AS area, r.name AS name, r.birth_place AS birth_place, r.birth_date AS birth_date, r.sex AS sex, r.nationality AS nationality,
  r.shdk AS shdk, r.family_uid AS family_uid
FROM asked CROSS JOIN resident AS r
WHERE (r.area = asked.area OR substr (r.area, 1, length (asked.area) + 1) = asked.area || '.') AND r.deleted = 0 AND r.residency IS NOT 2
ORDER BY r.rid
