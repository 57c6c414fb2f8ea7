-- What the figures count: living people of permanent residence.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT l.rid AS rid, l.area AS area, l.dusun AS dusun, r.sex AS sex, r.religion AS religion, r.education AS education, r.occupation AS occupation,
  r.marital_status AS marital_status, (replace (asked.today, '-', '') - replace (r.birth_date, '-', '')) / 10000 AS years
FROM asked CROSS JOIN resident_list AS l JOIN resident AS r ON r.rid = l.rid
WHERE (l.area = asked.area OR substr (l.area, 1, length (asked.area) + 1) = asked.area || '.')
  AND (asked.dusun IS NULL OR coalesce (l.dusun, '') = asked.dusun) AND l.status = 1 AND r.residency IS NOT 2
