-- Every list row anew, after derived.sql has made the table.
INSERT INTO resident_list (rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled)
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled
FROM resident_list_now;
