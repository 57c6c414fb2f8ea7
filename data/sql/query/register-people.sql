-- People of the register as the books and lists of an office show them: living, of permanent residence, family by family.
-- which: the group asked for; NULL = everybody. What a group is, is said here alone.
WITH asked (area, dusun, today, names, which) AS (SELECT ?1, ?2, ?3, ?4, ?5),
person AS (
  SELECT l.rid, l.area, l.dusun, l.rw, l.rt, l.kk_number, l.status, r.*, l.name_key, asked.which, asked.today, asked.names,
    (replace (asked.today, '-', '') - replace (r.birth_date, '-', '')) / 10000 AS years
  FROM asked CROSS JOIN resident_list AS l JOIN resident AS r ON r.rid = l.rid
  WHERE (l.area = asked.area OR substr (l.area, 1, length (asked.area) + 1) = asked.area || '.')
    AND (asked.dusun IS NULL OR coalesce (l.dusun, '') = asked.dusun)
    AND CASE WHEN asked.names IS NULL THEN l.status = 1 AND r.residency IS NOT 2
             ELSE l.rid IN (SELECT value FROM json_each (asked.names)) END
)
SELECT p.rid AS rid, p.area AS area, p.name AS name, p.nik AS nik, p.kk_number AS kk_number, p.sex AS sex, p.marital_status AS marital_status,
  p.birth_place AS birth_place, p.birth_date AS birth_date, p.religion AS religion, p.education AS education, p.occupation AS occupation,
  p.literacy AS literacy, p.nationality AS nationality, p.shdk AS shdk, p.blood_type AS blood_type, p.father_name AS father_name,
  p.mother_name AS mother_name, p.since AS since, p.disability AS disability, p.ektp_status AS ektp_status, p.years AS years, p.phone AS phone,
  p.dusun AS dusun, p.rt AS rt, p.rw AS rw,
  ltrim (coalesce (p.birth_place, '') || ', ' || coalesce (strftime ('%d-%m-%Y', p.birth_date), ''), ', ') AS birth,
  ltrim (coalesce (p.ektp_place, '') || ', ' || coalesce (strftime ('%d-%m-%Y', p.ektp_date), ''), ', ') AS ektp_issued,
  trim (coalesce (f.address, '') || coalesce (' RT ' || p.rt, '') || coalesce (' RW ' || p.rw, '') || coalesce (' ' || p.dusun, '')) AS address,
  CASE WHEN p.status <> 1 THEN CASE p.status WHEN 2 THEN 'Meninggal' WHEN 3 THEN 'Pindah' WHEN 4 THEN 'Hilang' WHEN 6 THEN 'Pergi' ELSE '' END
       WHEN p.current_address IS NOT NULL THEN 'Sekarang di ' || p.current_address
       WHEN p.family_uid IS NULL THEN 'Belum masuk KK'
       WHEN p.nik IS NULL THEN 'Belum ada NIK' END AS note,
  CASE WHEN p.which = 'single-parents' THEN
    (SELECT count (*) FROM resident AS c JOIN resident_list AS cl ON cl.rid = c.rid
     WHERE c.family_uid = p.family_uid AND c.shdk = 4 AND cl.status = 1 AND (replace (p.today, '-', '') - replace (c.birth_date, '-', '')) / 10000 < 18) END AS children
FROM person AS p LEFT JOIN family AS f ON f.uid = p.family_uid AND f.deleted = 0
WHERE CASE coalesce (p.which, '')
  WHEN '' THEN TRUE
  WHEN 'toddlers' THEN p.years BETWEEN 0 AND 4
  WHEN 'elders' THEN p.years >= 60                                             -- UU 13/1998 ps 1
  WHEN 'disabled' THEN p.disability BETWEEN 1 AND 6
  WHEN 'without-ktp' THEN (p.ektp IN (1, 3) OR (p.ektp IS NULL AND p.ektp_status IN (2, 3, 5, 7))) AND (p.marital_status BETWEEN 2 AND 4 OR p.years >= 17) -- UU 24/2013 ps 63
  WHEN 'elders-alone' THEN p.years >= 60 AND p.family_uid IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM resident AS o JOIN resident_list AS ol ON ol.rid = o.rid WHERE o.family_uid = p.family_uid AND o.rid <> p.rid AND ol.status = 1)
  WHEN 'single-parents' THEN p.shdk = 1 AND p.marital_status IN (1, 3, 4)
    AND EXISTS (SELECT 1 FROM resident AS c JOIN resident_list AS cl ON cl.rid = c.rid
      WHERE c.family_uid = p.family_uid AND c.shdk = 4 AND cl.status = 1 AND (replace (p.today, '-', '') - replace (c.birth_date, '-', '')) / 10000 < 18)
    AND NOT EXISTS (SELECT 1 FROM resident AS s JOIN resident_list AS sl ON sl.rid = s.rid WHERE s.family_uid = p.family_uid AND s.shdk IN (2, 3) AND sl.status = 1)
  END
ORDER BY p.area, p.dusun IS NULL, p.dusun, p.rw, p.rt, p.kk_number IS NULL, p.kk_number, p.family_uid, p.shdk IS NULL, p.shdk <> 1, p.shdk, p.birth_date, p.name_key, p.rid
