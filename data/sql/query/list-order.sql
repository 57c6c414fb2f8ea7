-- What a district or the whole regency is ordered by, made when the rows are in: a list in another order is read from its index alone. A village sorts
-- its few thousand in no time, and every index would cost each of its saves.
CREATE INDEX IF NOT EXISTS resident_list_nik ON resident_list (status, nik, name_key, rid);
CREATE INDEX IF NOT EXISTS resident_list_age ON resident_list (status, birth_date DESC, name_key, rid);
CREATE INDEX IF NOT EXISTS resident_list_sex ON resident_list (status, sex, name_key, rid);
CREATE INDEX IF NOT EXISTS resident_list_village ON resident_list (status, area, name_key, rid);
CREATE INDEX IF NOT EXISTS resident_list_marks ON resident_list (status, marks DESC, name_key, rid);
