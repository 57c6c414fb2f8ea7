-- List rows of the residents ?1 and of the members of the families ?2 (JSON arrays of uids), as they are now.
INSERT INTO resident_list (rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled)
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled
FROM resident_list_now
WHERE uid IN (
  SELECT value FROM json_each (?1)
  UNION ALL SELECT uid FROM resident WHERE family_uid IN (SELECT value FROM json_each (?2)))
ON CONFLICT (rid) DO UPDATE SET
  uid = excluded.uid, area = excluded.area, status = excluded.status, name_key = excluded.name_key, sex = excluded.sex,
  birth_date = excluded.birth_date, shdk = excluded.shdk, nik = excluded.nik, kk_number = excluded.kk_number, dusun = excluded.dusun,
  rw = excluded.rw, rt = excluded.rt, address_key = excluded.address_key, marks = excluded.marks, filled = excluded.filled
