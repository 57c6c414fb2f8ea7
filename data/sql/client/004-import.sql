-- Imports: what was committed (a record that travels), and what is being made ready on this computer (rows that never do).

CREATE TABLE batch (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  title TEXT, file TEXT, layout TEXT, source TEXT, compiled_by TEXT, compiled_on TEXT, rows INTEGER, added INTEGER, changed INTEGER, undone TEXT
) STRICT;

ALTER TABLE event ADD COLUMN batch TEXT;
CREATE INDEX event_batch ON event (batch) WHERE batch IS NOT NULL;


-- An import on this computer; uid is the one its batch will have. state: 1 being read, 2 read, 3 compared, 4 committed, 5 taken back. digest: of the file, so
-- that reading goes on where it stopped. columns: which column of the file a field stood in. stamp: how far the store was when the rows were compared.
CREATE TABLE import (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, state INTEGER NOT NULL, t INTEGER NOT NULL, file TEXT NOT NULL, digest TEXT NOT NULL, layout TEXT NOT NULL,
  act TEXT NOT NULL, title TEXT, source TEXT, compiled_by TEXT, compiled_on TEXT, area TEXT, columns TEXT, stamp TEXT,
  rows INTEGER NOT NULL DEFAULT 0, added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0, differs INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0, families INTEGER NOT NULL DEFAULT 0, findings INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Its rows, card by card: grp is the first row n of the card, so that one walk in key order reads whole families. outcome: 1 new, 2 changed, 3 differs, 4 same,
-- 5 refused. status: what the file says has become of the person. data: the fields, packed (store/staging.c).
CREATE TABLE import_row (
  import INTEGER NOT NULL, grp INTEGER NOT NULL, n INTEGER NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, outcome INTEGER NOT NULL DEFAULT 1,
  resident TEXT, data BLOB NOT NULL, PRIMARY KEY (import, grp, n)
) STRICT, WITHOUT ROWID;

-- Where a row differs from what is stored. fill: nothing is stored there. take: what the row says is to be written.
CREATE TABLE import_difference (
  import INTEGER NOT NULL, n INTEGER NOT NULL, field TEXT NOT NULL, before TEXT, after TEXT, fill INTEGER NOT NULL, take INTEGER NOT NULL,
  PRIMARY KEY (import, n, field)
) STRICT, WITHOUT ROWID;

-- What is to be said of a row, as the file counts it; n 0: of the whole file. read: it was found while reading, and stays when the rows are compared anew.
CREATE TABLE import_finding (
  id INTEGER PRIMARY KEY, import INTEGER NOT NULL, n INTEGER NOT NULL, read INTEGER NOT NULL, col TEXT, field TEXT, value TEXT, rule TEXT NOT NULL,
  severity INTEGER NOT NULL, message TEXT NOT NULL, remedy TEXT
) STRICT;
CREATE INDEX import_finding_row ON import_finding (import, n);
