-- Every list row anew, after derived.sql has made the table. The indexes come last: sorted once, not filled in disorder.
INSERT INTO resident_list (rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled)
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled
FROM resident_list_now;
CREATE INDEX resident_list_name ON resident_list (status, name_key, rid);
CREATE INDEX resident_list_area ON resident_list (area, status, name_key);
