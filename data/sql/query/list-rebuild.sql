-- Every list row anew, after derived.sql has made the table.
INSERT INTO resident_list (rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled)
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key, marks, filled
FROM resident_list_now;
-- What a whole regency is ordered by, made when the rows are in: a list in another order is read from its index alone.
CREATE INDEX resident_list_nik ON resident_list (status, nik, name_key, rid);
CREATE INDEX resident_list_age ON resident_list (status, birth_date DESC, name_key, rid);
CREATE INDEX resident_list_sex ON resident_list (status, sex, name_key, rid);
CREATE INDEX resident_list_village ON resident_list (status, area, name_key, rid);
CREATE INDEX resident_list_marks ON resident_list (status, marks DESC, name_key, rid);
