-- Which copy of a computer's data may send (R18). copy: the one that goes on in this epoch; forked: two sent different changes under one number, so none may
-- until a person has chosen; released: he has: the next copy that asks may go on.
-- base: the mark with which the epoch began: its answers are those above it.
ALTER TABLE device ADD COLUMN copy TEXT;
ALTER TABLE device ADD COLUMN base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN forked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN released INTEGER NOT NULL DEFAULT 0;
