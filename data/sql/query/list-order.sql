-- What a district or the whole regency is ordered by, made when the rows are in. A village sorts its few thousand in no time, and every index would cost
-- each of its saves. Values that many people share (sex, relation, mark, village, RT/RW) need no index of their own: they are read along in name order
-- and put together by the program (list_groups.c); the first index holds them for that, and stands for the one by name alone.
DROP INDEX IF EXISTS resident_list_name;
DROP INDEX IF EXISTS resident_list_sex;
DROP INDEX IF EXISTS resident_list_village;
DROP INDEX IF EXISTS resident_list_marks;
DROP INDEX IF EXISTS resident_list_kk;
CREATE INDEX IF NOT EXISTS resident_list_shared ON resident_list (status, name_key, rid, area, sex, shdk, marks, dusun, rw, rt);
CREATE INDEX IF NOT EXISTS resident_list_nik ON resident_list (status, nik, name_key, rid);
CREATE INDEX IF NOT EXISTS resident_list_age ON resident_list (status, birth_date DESC, name_key, rid);
CREATE INDEX IF NOT EXISTS resident_list_card ON resident_list (status, kk_number, shdk IS NULL, shdk, name_key, rid);
-- What changed of late, by village (figures.c): history of a regency is as long as its list, and grows at its end.
CREATE INDEX IF NOT EXISTS history_time ON history (t);
-- Families of one village among many, to count them.
CREATE INDEX IF NOT EXISTS family_area ON family (area);
