-- The client store, first version. Fixed tables are migrated and never rebuilt; derived tables are in derived.sql.
-- Record tables: rid is local and small, uid is the identity, area the village, extra holds keys this version does not know.
-- The columns after `deleted` are the field registry, in its order (a test compares).

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

CREATE TABLE resident (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  nik TEXT, name TEXT, sex INTEGER, birth_place TEXT, birth_date TEXT, religion INTEGER, education INTEGER, education_now INTEGER,
  occupation INTEGER, marital_status INTEGER, nationality INTEGER, blood_type INTEGER, father_name TEXT, mother_name TEXT,
  father_nik TEXT, mother_nik TEXT, family_uid TEXT, shdk INTEGER, current_address TEXT, birth_cert TEXT, passport TEXT,
  passport_until TEXT, kitas TEXT, marriage_cert TEXT, marriage_date TEXT, divorce_cert TEXT, divorce_date TEXT, disability INTEGER,
  contraception INTEGER, pregnant INTEGER, ektp INTEGER, ektp_status INTEGER, ektp_place TEXT, ektp_date TEXT, ethnicity TEXT,
  card_tag TEXT, insurance INTEGER, insurance_no TEXT, lat REAL, lng REAL, literacy INTEGER, residency INTEGER, since TEXT, phone TEXT
) STRICT;
CREATE INDEX resident_nik ON resident (nik) WHERE nik IS NOT NULL;
CREATE INDEX resident_family ON resident (family_uid) WHERE family_uid IS NOT NULL;

CREATE TABLE family (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  kk_number TEXT, address TEXT, dusun TEXT, rw TEXT, rt TEXT, postcode TEXT
) STRICT;
CREATE INDEX family_kk ON family (kk_number) WHERE kk_number IS NOT NULL;

CREATE TABLE area (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  dusun TEXT, rw TEXT, rt TEXT
) STRICT;

CREATE TABLE event (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  type INTEGER, resident_uid TEXT, family_uid TEXT, from_family_uid TEXT, date TEXT, reported TEXT, cancels TEXT, reason TEXT,
  form TEXT, filed TEXT, issued TEXT, issued_no TEXT
) STRICT;
CREATE INDEX event_resident ON event (resident_uid) WHERE resident_uid IS NOT NULL;
CREATE INDEX event_family ON event (family_uid) WHERE family_uid IS NOT NULL;
CREATE INDEX event_cancels ON event (cancels) WHERE cancels IS NOT NULL;
CREATE INDEX event_waiting ON event (filed) WHERE filed IS NOT NULL AND issued IS NULL;

CREATE TABLE account (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT, duty INTEGER, closed TEXT
) STRICT;
-- Argon2id verifiers stay on this computer (R16).
CREATE TABLE account_secret (account_uid TEXT PRIMARY KEY, verifier TEXT NOT NULL, recovery TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  last_contact INTEGER, waiting INTEGER, held INTEGER, app_version TEXT, target INTEGER
) STRICT;

CREATE TABLE waiver (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  subject_uid TEXT, rule TEXT, reason TEXT, value TEXT
) STRICT;
CREATE INDEX waiver_subject ON waiver (subject_uid);

-- uid of a conflict is derived from subject and group: one open conflict per (record, group).
CREATE TABLE conflict (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  subject_kind TEXT, subject_uid TEXT, field TEXT, base TEXT, current TEXT, current_by TEXT, current_t INTEGER, other TEXT, closed INTEGER
) STRICT;
CREATE INDEX conflict_subject ON conflict (subject_uid);

-- Outbox, history and audit in one (R1): never deleted, never coalesced, seq never reused.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, tx INTEGER NOT NULL, n INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL, uid TEXT NOT NULL, area TEXT NOT NULL, op TEXT NOT NULL, base INTEGER NOT NULL, "set" TEXT NOT NULL,
  actor TEXT NOT NULL, act TEXT NOT NULL, reason TEXT, t INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'held', 'acked')), result TEXT
) STRICT;
CREATE INDEX change_pending ON change (seq) WHERE state <> 'acked';
CREATE INDEX change_record ON change (uid);

-- What came from elsewhere, field by field, with the sender's name (mode apply of R2).
CREATE TABLE history (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, uid TEXT NOT NULL, op TEXT NOT NULL, "set" TEXT NOT NULL, actor_name TEXT, act TEXT, t INTEGER NOT NULL
) STRICT;
CREATE INDEX history_record ON history (uid);

-- One row while a transaction runs, none otherwise: triggers refuse to write without it.
CREATE TABLE sync_ctx (
  one INTEGER PRIMARY KEY CHECK (one = 1), mode TEXT NOT NULL CHECK (mode IN ('local', 'apply')),
  actor TEXT NOT NULL, act TEXT NOT NULL, reason TEXT, tx INTEGER NOT NULL, t INTEGER NOT NULL,
  resolve TEXT -- first field of the merge group being settled: captured whole, as op resolve, even where nothing differs
) STRICT;

-- The server's state of records that have changes not yet answered: base + pending changes in order = the row.
CREATE TABLE base (kind TEXT NOT NULL, uid TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (kind, uid)) STRICT, WITHOUT ROWID;

CREATE TABLE draft (key TEXT PRIMARY KEY, data TEXT NOT NULL, t INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- This computer's registration; at most one row.
CREATE TABLE device (
  one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, epoch INTEGER NOT NULL, public_key TEXT NOT NULL, private_key TEXT NOT NULL,
  server_url TEXT NOT NULL, server_id TEXT NOT NULL, server_epoch INTEGER NOT NULL DEFAULT 0, areas TEXT NOT NULL
) STRICT;
CREATE TABLE cursor (area TEXT PRIMARY KEY, position TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE round (
  id INTEGER PRIMARY KEY, t INTEGER NOT NULL, pushed INTEGER NOT NULL, applied INTEGER NOT NULL, merged INTEGER NOT NULL, conflicts INTEGER NOT NULL,
  rejected INTEGER NOT NULL, pulled INTEGER NOT NULL, bytes_out INTEGER NOT NULL, bytes_in INTEGER NOT NULL, outcome TEXT NOT NULL
) STRICT;
-- Who looked at a masked number, and when.
CREATE TABLE access_log (id INTEGER PRIMARY KEY, t INTEGER NOT NULL, actor TEXT NOT NULL, what TEXT NOT NULL, uid TEXT) STRICT;
