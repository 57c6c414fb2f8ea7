-- People whose residence is not permanent, those who left too: the book keeps both days. They are never counted with the others.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5)
SELECT r.rid AS rid, r.area AS area, r.name AS name, r.nik AS nik, r.sex AS sex, CASE r.sex WHEN 1 THEN 'L' END AS men, CASE r.sex WHEN 2 THEN 'P' END AS women,
  coalesce (r.nik, r.passport, r.kitas, r.card_tag) AS identity,
  ltrim (coalesce (r.birth_place, '') || ', ' || coalesce (strftime ('%d-%m-%Y', r.birth_date), ''), ', ')
    || coalesce (' / ' || ((replace (asked.today, '-', '') - replace (r.birth_date, '-', '')) / 10000) || ' th', '') AS birth,
  r.occupation AS occupation, r.nationality AS nationality, r.ethnicity AS ethnicity,
  a.reason AS came_from, NULL AS purpose,
  trim (coalesce ((SELECT h.name FROM resident AS h WHERE h.family_uid = r.family_uid AND h.shdk = 1 AND h.rid <> r.rid LIMIT 1) || ', ', '')
    || coalesce (r.current_address, trim (coalesce (f.address, '') || coalesce (' RT ' || f.rt, '') || coalesce (' RW ' || f.rw, '') || coalesce (' ' || f.dusun, '')))) AS host,
  strftime ('%d-%m-%Y', coalesce (a.date, r.since)) AS arrived, strftime ('%d-%m-%Y', o.date) AS left_on, o.reason AS note
FROM asked CROSS JOIN resident AS r JOIN resident_list AS l ON l.rid = r.rid
  LEFT JOIN family AS f ON f.uid = r.family_uid AND f.deleted = 0
  LEFT JOIN event AS a ON a.uid = (SELECT e.uid FROM event_standing AS e WHERE e.resident_uid = r.uid AND e.type = 5 ORDER BY e.date DESC, e.uid DESC LIMIT 1)
  LEFT JOIN event AS o ON l.status <> 1 AND o.uid = (SELECT e.uid FROM event_standing AS e WHERE e.resident_uid = r.uid AND e.type IN (3, 4, 6, 7) ORDER BY e.date DESC, e.uid DESC LIMIT 1)
WHERE (r.area = asked.area OR substr (r.area, 1, length (asked.area) + 1) = asked.area || '.') AND r.deleted = 0 AND r.residency = 2 AND l.status <> 9
  AND (asked.dusun IS NULL OR coalesce (l.dusun, '') = asked.dusun)
ORDER BY r.area, coalesce (a.date, r.since), l.name_key, r.rid
