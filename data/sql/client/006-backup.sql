-- Copies of one store (R18). copy: which one this is; a backup that is put back becomes another. recover: NULL, or this copy was put back and may not send
-- yet: changes up to this seq may have been answered before. high: the server's mark when fetching back began; fetched: it has ended.
ALTER TABLE device ADD COLUMN copy TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN recover INTEGER;
ALTER TABLE device ADD COLUMN high INTEGER;
ALTER TABLE device ADD COLUMN fetched INTEGER NOT NULL DEFAULT 0;
UPDATE device SET copy = lower (hex (randomblob (16)));
