-- The desk made complete: what the village is, who holds its posts, its dates; who helps and how far; what an act changed, to take it back.
-- Record tables as in 001: the columns after `deleted` are the field registry, in its order.

CREATE TABLE identity (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  address TEXT, postcode TEXT, phone TEXT, email TEXT, website TEXT, letterhead_1 TEXT, letterhead_2 TEXT, letterhead_3 TEXT,
  letterhead_4 TEXT, logo TEXT, head_title TEXT, secretary_title TEXT, hamlet_word TEXT, hamlet_head_title TEXT,
  clergy_title TEXT, keeper_name TEXT, keeper_decree TEXT, keeper_since TEXT, menus_off TEXT, simple_form INTEGER
) STRICT;

CREATE TABLE official (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  name TEXT, post INTEGER, dusun TEXT, rw TEXT, rt TEXT, form INTEGER, since TEXT, until TEXT, nik TEXT, nip TEXT, nipd TEXT,
  rank TEXT, phone TEXT, decree TEXT, decree_date TEXT, resident_uid TEXT, note TEXT
) STRICT;

CREATE TABLE reminder (
  rid INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, area TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, extra TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  title TEXT, date TEXT, repeat INTEGER, until TEXT, note TEXT
) STRICT;

ALTER TABLE account ADD COLUMN assignment_no TEXT;
ALTER TABLE account ADD COLUMN assignment_date TEXT;
ALTER TABLE account ADD COLUMN dusun TEXT;
ALTER TABLE account ADD COLUMN rw TEXT;
ALTER TABLE account ADD COLUMN rt TEXT;
ALTER TABLE waiver ADD COLUMN withdrawn TEXT;
ALTER TABLE event ADD COLUMN other_uid TEXT;
ALTER TABLE event ADD COLUMN before TEXT;
CREATE INDEX event_other ON event (other_uid) WHERE other_uid IS NOT NULL;
