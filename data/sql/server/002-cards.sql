-- The rules speak of whole cards and of the living (R11): who stands on a card, and what happened to whom, must be found.
-- family: of a resident. link: subject of a waiver, as before, and now the resident of an event.
ALTER TABLE record ADD COLUMN family TEXT;
UPDATE record SET family = data ->> 'family_uid' WHERE kind = 'resident';
UPDATE record SET link = data ->> 'resident_uid' WHERE kind = 'event';
CREATE INDEX record_family ON record (family) WHERE family IS NOT NULL;
