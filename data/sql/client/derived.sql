-- Derived: dropped and rebuilt when this file changes (its hash stands in meta), never migrated. One row per resident: what a list shows,
-- sorts and filters by. status is derived from events; marks: 1 perlu dicek, 2 beda isian, 4 menunggu Dukcapil, 8 belum ada NIK.
CREATE TABLE resident_list (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL, area TEXT NOT NULL, status INTEGER NOT NULL, name_key TEXT NOT NULL, sex INTEGER, birth_date TEXT, shdk INTEGER,
  nik TEXT, kk_number TEXT, dusun TEXT, rw TEXT, rt TEXT, address_key TEXT, marks INTEGER NOT NULL, filled INTEGER NOT NULL
) STRICT;
CREATE INDEX resident_list_name ON resident_list (status, name_key, rid);
CREATE INDEX resident_list_area ON resident_list (area, status, name_key);
