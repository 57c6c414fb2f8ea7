-- Letters that were handed over in the month.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT l.area AS area, strftime ('%d-%m-%Y', l.taken_on) AS sent_day, strftime ('%d-%m-%Y', l.date) || coalesce (', ' || l.number_text, '') AS letter_words,
  coalesce (l.purpose, l.title) AS content, coalesce (l.addressed, l.subject_name) AS addressed, 'Diambil ' || l.taken_by AS remark
FROM asked CROSS JOIN letter AS l
WHERE (l.area = asked.area OR substr (l.area, 1, length (asked.area) + 1) = asked.area || '.') AND l.deleted = 0 AND l.number IS NOT NULL AND l.void_on IS NULL
  AND substr (l.taken_on, 1, 7) = asked.which AND asked.dusun IS NULL
ORDER BY l.area, l.taken_on, l.date, l.mark, l.number
