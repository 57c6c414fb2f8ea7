-- What the regency expects of a village, told to the village too: beside the number of residents, of families, and where the numbers are from.
ALTER TABLE place ADD COLUMN target_families INTEGER;
ALTER TABLE place ADD COLUMN target_source TEXT;
ALTER TABLE place ADD COLUMN target_date TEXT;
