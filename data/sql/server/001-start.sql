-- The centre's ledger, first version. Rollback journal; the program and `admin` write in short transactions.

-- server_id, epoch, regency.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The one number by which pull goes (R12): raised by the last statements before COMMIT, so that its order is the order of commits.
CREATE TABLE feed_head (one INTEGER PRIMARY KEY CHECK (one = 1), head INTEGER NOT NULL) STRICT;
INSERT INTO feed_head (one, head) VALUES (1, 0);

-- Activation codes: only their hash is kept; lived out after 14 days, used by one key.
CREATE TABLE code (hash TEXT PRIMARY KEY, level TEXT NOT NULL, area TEXT NOT NULL, made INTEGER NOT NULL, device TEXT) STRICT, WITHOUT ROWID;

-- The computers. high: the last seq answered in this epoch; waiting, held, app_version: as reported at last contact.
CREATE TABLE device (
  id TEXT PRIMARY KEY, public_key TEXT NOT NULL UNIQUE, level TEXT NOT NULL, area TEXT NOT NULL, epoch INTEGER NOT NULL DEFAULT 1, high INTEGER NOT NULL DEFAULT 0,
  made INTEGER NOT NULL, last_contact INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0, held INTEGER NOT NULL DEFAULT 0,
  app_version TEXT, revoked INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX device_area ON device (area);

-- Every record in its present state: one row, so that a page of the feed is final state. num: its latest feed number.
-- last_device: who wrote last ('' = the centre itself); other_num, other_version: where it stood when somebody else had written last:
-- a computer is not sent back what only it wrote, and may count versions along as long as nobody else writes.
-- groups: JSON: who changed which merge group last. number: NIK of a resident, No. KK of a family; link: subject of a waiver. Both only to be searched.
CREATE TABLE record (
  uid TEXT PRIMARY KEY, kind TEXT NOT NULL, area TEXT NOT NULL, version INTEGER NOT NULL, num INTEGER NOT NULL,
  last_device TEXT NOT NULL, other_num INTEGER NOT NULL, other_version INTEGER NOT NULL,
  by TEXT NOT NULL, act TEXT NOT NULL, t INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL, number TEXT, link TEXT, groups TEXT
) STRICT;
CREATE INDEX record_feed ON record (area, num);
CREATE INDEX record_number ON record (number) WHERE number IS NOT NULL;
CREATE INDEX record_link ON record (link) WHERE link IS NOT NULL;
CREATE INDEX record_conflict ON record (area) WHERE kind = 'conflict';

-- What was answered to each change, in the transaction of its effects (R4). payload: the change as it came when it was rejected or hangs on
-- one that was: quarantine, kept until a person closes it.
CREATE TABLE answer (
  device TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, uid TEXT NOT NULL, hash TEXT NOT NULL, result TEXT NOT NULL, payload TEXT,
  PRIMARY KEY (device, epoch, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_held ON answer (device, epoch, uid) WHERE payload IS NOT NULL;

-- What the rules say of a record, by rule id. Nothing about reality is refused (R11).
CREATE TABLE finding (uid TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (uid, rule)) STRICT, WITHOUT ROWID;
