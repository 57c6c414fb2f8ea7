-- Which computer of its village this is: the first has no mark in its letter numbers, the second has "B". Never used again, also not after one was shut out.
ALTER TABLE device ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
UPDATE device SET ordinal = (SELECT count (*) FROM device AS other WHERE other.area = device.area AND (other.made, other.id) <= (device.made, device.id));
CREATE UNIQUE INDEX device_ordinal ON device (area, ordinal);
