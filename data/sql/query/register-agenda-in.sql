-- Letters that came in during the month.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT i.area AS area, i.number || coalesce ('-' || i.mark, '') AS serial, strftime ('%d-%m-%Y', i.received) AS received_day, i.letter_no AS number_text,
  strftime ('%d-%m-%Y', i.letter_date) AS letter_day, i.sender AS sender, i.subject AS content,
  trim (coalesce (i.disposition, '') || coalesce (' ' || i.note, '') || CASE WHEN i.void_on IS NOT NULL THEN ' BATAL ' || strftime ('%d-%m-%Y', i.void_on) || coalesce (': ' || i.void_reason, '') ELSE '' END) AS remark
FROM asked CROSS JOIN incoming AS i
WHERE (i.area = asked.area OR substr (i.area, 1, length (asked.area) + 1) = asked.area || '.') AND i.deleted = 0
  AND substr (i.received, 1, 7) = asked.which AND asked.dusun IS NULL
ORDER BY i.area, i.received, i.mark, i.number
