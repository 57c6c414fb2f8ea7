-- Derived: dropped and rebuilt when this file changes (its hash stands in meta), never migrated. One row per resident: what a list shows,
-- sorts and filters by. status is derived from events; marks: 1 perlu dicek, 2 beda isian, 4 menunggu Dukcapil, 8 belum ada NIK.
DROP VIEW IF EXISTS resident_list_now;
DROP VIEW IF EXISTS event_standing;
DROP TABLE IF EXISTS resident_list;

CREATE TABLE resident_list (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL, area TEXT NOT NULL, status INTEGER NOT NULL, name_key TEXT NOT NULL, sex INTEGER, birth_date TEXT, shdk INTEGER,
  nik TEXT, kk_number TEXT, dusun TEXT, rw TEXT, rt TEXT, address_key TEXT, marks INTEGER NOT NULL, filled INTEGER NOT NULL
) STRICT;

-- Events that no counter-event (90) has taken back.
CREATE VIEW event_standing AS
SELECT * FROM event AS e
WHERE e.deleted = 0 AND e.type <> 90
  AND NOT EXISTS (SELECT 1 FROM event AS c WHERE c.cancels = e.uid AND c.type = 90 AND c.deleted = 0);

-- The one definition of a list row: rebuilding, refreshing and checking all read it.
-- status: removal and death stand until taken back, whatever was entered later or dated earlier; an opening or birth (1, 2) only says
-- that a life was entered, often long after what happened to it; between the rest the later date speaks. Whose entry was taken back, with
-- nothing else to speak for him, is not on the list. All parts travel, so every computer comes to the same answer. The twelve fields counted in filled are the required ones of the registry (a test compares).
CREATE VIEW resident_list_now AS
SELECT rid, uid, area, status, name_key, sex, birth_date, shdk, nik, kk_number, dusun, rw, rt, address_key,
  (filled < 12) + 2 * clashes + 4 * waits + 8 * (nik IS NULL) AS marks, filled
FROM (
  SELECT r.rid, r.uid, r.area,
    coalesce ((
      SELECT CASE e.type WHEN 3 THEN 2 WHEN 4 THEN 3 WHEN 6 THEN 4 WHEN 7 THEN 6 WHEN 9 THEN 9 ELSE 1 END
      FROM event_standing AS e
      WHERE e.resident_uid = r.uid AND e.type BETWEEN 1 AND 9
      ORDER BY e.type = 9 DESC, e.type = 3 DESC, e.type IN (1, 2), e.date DESC, e.type DESC, e.uid DESC
      LIMIT 1),
      CASE WHEN EXISTS (
        SELECT 1 FROM event AS e JOIN event AS c ON c.cancels = e.uid AND c.type = 90 AND c.deleted = 0
        WHERE e.resident_uid = r.uid AND e.type IN (1, 2, 5) AND e.deleted = 0) THEN 9 ELSE 1 END) AS status,
    coalesce (pamong_name_key (r.name), '') AS name_key,
    r.sex, r.birth_date, r.shdk, r.nik, f.kk_number, f.dusun, f.rw, f.rt,
    pamong_fold (nullif (trim (coalesce (f.address, '') || ' ' || coalesce (f.dusun, '')), '')) AS address_key,
    (r.name IS NOT NULL) + (r.sex IS NOT NULL) + (r.birth_place IS NOT NULL) + (r.birth_date IS NOT NULL) + (r.religion IS NOT NULL)
      + (r.education IS NOT NULL) + (r.occupation IS NOT NULL) + (r.marital_status IS NOT NULL) + (r.nationality IS NOT NULL)
      + (r.father_name IS NOT NULL) + (r.mother_name IS NOT NULL) + (r.shdk IS NOT NULL) AS filled,
    EXISTS (SELECT 1 FROM conflict AS c WHERE c.subject_uid IN (r.uid, r.family_uid) AND c.closed IS NOT 1 AND c.deleted = 0) AS clashes,
    (f.uid IS NOT NULL AND f.kk_number IS NULL)
      OR EXISTS (SELECT 1 FROM event_standing AS e WHERE e.resident_uid = r.uid AND e.filed IS NOT NULL AND e.issued IS NULL)
      OR EXISTS (SELECT 1 FROM event_standing AS e WHERE e.family_uid = r.family_uid AND e.filed IS NOT NULL AND e.issued IS NULL) AS waits
  FROM resident AS r LEFT JOIN family AS f ON f.uid = r.family_uid AND f.deleted = 0
  WHERE r.deleted = 0
);
