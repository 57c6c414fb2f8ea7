-- Every family and its dusun, also those that nobody lives in any more.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT f.uid AS uid, f.dusun AS dusun
FROM asked CROSS JOIN family AS f
WHERE f.area = asked.area OR substr (f.area, 1, length (asked.area) + 1) = asked.area || '.'
