-- Letters that got a number in the month; of several desks each in its own order.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT l.area AS area, l.number || coalesce ('-' || l.mark, '') AS serial, l.number_text AS number_text, strftime ('%d-%m-%Y', l.date) AS letter_day,
  coalesce (l.addressed, l.subject_name) AS addressed, coalesce (l.purpose, l.title) AS content,
  CASE WHEN l.void_on IS NOT NULL THEN 'BATAL ' || strftime ('%d-%m-%Y', l.void_on) || coalesce (': ' || l.void_reason, '') END AS remark
FROM asked CROSS JOIN letter AS l
WHERE (l.area = asked.area OR substr (l.area, 1, length (asked.area) + 1) = asked.area || '.') AND l.deleted = 0 AND l.number IS NOT NULL
  AND substr (l.date, 1, 7) = asked.which AND asked.dusun IS NULL
ORDER BY l.area, l.date, l.mark, l.series, l.number
