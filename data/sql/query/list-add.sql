-- List rows of the residents after rid ?1. Few have one already: those whose family was changed meanwhile.
INSERT INTO resident_list (rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled)
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled
FROM resident_list_now WHERE rid > ?1
ON CONFLICT (rid) DO UPDATE SET
  uid = excluded.uid, area = excluded.area, status = excluded.status, name_key = excluded.name_key, sex = excluded.sex,
  birth_date = excluded.birth_date, shdk = excluded.shdk, nik = excluded.nik, kk_number = excluded.kk_number, dusun = excluded.dusun,
  rw = excluded.rw, rt = excluded.rt, address_key = excluded.address_key, marks = excluded.marks, filled = excluded.filled
