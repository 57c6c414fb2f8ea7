-- What the regency filled in: the person not yet checked by the village names the batch; beside a family its desil (DTSEN), with source and date.
ALTER TABLE resident ADD COLUMN batch_uid TEXT;
ALTER TABLE family ADD COLUMN desil INTEGER;
ALTER TABLE family ADD COLUMN desil_source TEXT;
ALTER TABLE family ADD COLUMN desil_date TEXT;
-- Few people wait to be checked at a time, and their list is asked for often.
CREATE INDEX resident_unchecked ON resident (batch_uid) WHERE batch_uid IS NOT NULL;
ALTER TABLE batch ADD COLUMN injected INTEGER;
