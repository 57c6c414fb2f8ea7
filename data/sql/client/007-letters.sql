-- Letters: what left the office, what came in, how they are numbered, a village's own wording, and the computers whose signature stands in a letter.
-- Record tables as in 001: the columns after `deleted` are the field registry, in its order.

CREATE TABLE letter (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  type TEXT, title TEXT, type_hash TEXT, series TEXT, year INTEGER, mark TEXT, number INTEGER, number_text TEXT, classification TEXT, scheme INTEGER,
  date TEXT, subject_uid TEXT, subject_name TEXT, family_uid TEXT, applicant TEXT, addressed TEXT, purpose TEXT, signer_uid TEXT, signer_name TEXT,
  signer_title TEXT, valid_until TEXT, answers TEXT, facts TEXT, hash TEXT, signature TEXT, "key" TEXT, file_hash TEXT, state INTEGER, taken_by TEXT,
  taken_on TEXT, void_on TEXT, void_reason TEXT, event_uid TEXT, step INTEGER, approvals TEXT
) STRICT;

CREATE TABLE letter_type (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  "key" TEXT, ini TEXT, body TEXT
) STRICT;

CREATE TABLE numbering (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  pattern TEXT, padding INTEGER, scope INTEGER, unit TEXT, scheme INTEGER, firsts TEXT, paper TEXT, font TEXT, margins TEXT, plain INTEGER, poll INTEGER,
  consents TEXT
) STRICT;

CREATE TABLE incoming (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  year INTEGER, mark TEXT, number INTEGER, received TEXT, letter_no TEXT, letter_date TEXT, sender TEXT, subject TEXT, disposition TEXT, note TEXT,
  void_on TEXT, void_reason TEXT
) STRICT;

CREATE TABLE desk (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  village TEXT, ordinal INTEGER, public_key TEXT, revoked TEXT
) STRICT;

CREATE TABLE opinion (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  month TEXT, type TEXT, answer INTEGER
) STRICT;

-- Every number that was ever given, once: the database holds it, whichever desk or window asks. A letter made here that finds its number taken is not saved; of one
-- that comes from elsewhere with a number already known (two computers that were both "the first") the letter is kept, and letter_number_clash names it.
-- series: "surat", a letter type, a classification, or "masuk" for the agenda of what came in.
CREATE TABLE letter_number (
  area TEXT NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL, mark TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0), letter TEXT NOT NULL,
  PRIMARY KEY (area, series, year, mark, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER letter_number_insert AFTER INSERT ON letter WHEN NEW.number IS NOT NULL BEGIN
  INSERT INTO letter_number SELECT NEW.area, NEW.series, NEW.year, ifnull (NEW.mark, ''), NEW.number, NEW.uid FROM sync_ctx WHERE mode = 'local';
  INSERT OR IGNORE INTO letter_number SELECT NEW.area, NEW.series, NEW.year, ifnull (NEW.mark, ''), NEW.number, NEW.uid FROM sync_ctx
    WHERE mode <> 'local' AND NEW.series IS NOT NULL AND NEW.year IS NOT NULL AND NEW.number > 0;
END;
CREATE TRIGGER letter_number_update AFTER UPDATE OF series, year, mark, number ON letter
  WHEN NEW.number IS NOT NULL AND (NEW.series, NEW.year, NEW.mark, NEW.number) IS NOT (OLD.series, OLD.year, OLD.mark, OLD.number) BEGIN
  SELECT RAISE (ABORT, 'a number stays with its letter') FROM sync_ctx WHERE mode = 'local' AND OLD.number IS NOT NULL;
  INSERT INTO letter_number SELECT NEW.area, NEW.series, NEW.year, ifnull (NEW.mark, ''), NEW.number, NEW.uid FROM sync_ctx WHERE mode = 'local';
  INSERT OR IGNORE INTO letter_number SELECT NEW.area, NEW.series, NEW.year, ifnull (NEW.mark, ''), NEW.number, NEW.uid FROM sync_ctx
    WHERE mode <> 'local' AND NEW.series IS NOT NULL AND NEW.year IS NOT NULL AND NEW.number > 0;
END;
CREATE TRIGGER incoming_number_insert AFTER INSERT ON incoming WHEN NEW.number IS NOT NULL BEGIN
  INSERT INTO letter_number SELECT NEW.area, 'masuk', NEW.year, ifnull (NEW.mark, ''), NEW.number, NEW.uid FROM sync_ctx WHERE mode = 'local';
  INSERT OR IGNORE INTO letter_number SELECT NEW.area, 'masuk', NEW.year, ifnull (NEW.mark, ''), NEW.number, NEW.uid FROM sync_ctx
    WHERE mode <> 'local' AND NEW.year IS NOT NULL AND NEW.number > 0;
END;
CREATE VIEW letter_number_clash AS
  SELECT letter.uid AS letter, held.letter AS other FROM letter JOIN letter_number AS held
    ON held.area = letter.area AND held.series = letter.series AND held.year = letter.year AND held.mark = ifnull (letter.mark, '') AND held.number = letter.number
  WHERE letter.deleted = 0 AND held.letter <> letter.uid;

-- The page as it was issued, kept here: reprint is this file. It does not travel.
CREATE TABLE letter_file (letter TEXT PRIMARY KEY, pdf BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE INDEX letter_date ON letter (area, date, type);
CREATE INDEX letter_subject ON letter (subject_uid, type) WHERE subject_uid IS NOT NULL;
CREATE INDEX letter_family ON letter (family_uid, type) WHERE family_uid IS NOT NULL;
CREATE INDEX letter_state ON letter (state) WHERE state IS NOT NULL AND state <> 3;
-- As a number is asked for: whoever types it leaves blanks out or puts them in.
CREATE INDEX letter_number_text ON letter (upper (replace (number_text, ' ', ''))) WHERE number_text IS NOT NULL;
CREATE INDEX incoming_received ON incoming (area, received);
CREATE INDEX opinion_month ON opinion (area, month);
-- What an older program passed over in the feed is asked for once more.
UPDATE cursor SET position = '', complete = 0;
