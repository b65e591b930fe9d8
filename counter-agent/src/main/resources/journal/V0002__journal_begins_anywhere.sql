-- A replaced card begins behind what the fleet has of the one before, and not at 1.
DROP TRIGGER IF EXISTS journal_record_has_no_gap;

CREATE TRIGGER journal_record_has_no_gap BEFORE INSERT ON journal_record
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, NEW.seq) FROM journal_record)
BEGIN
    SELECT RAISE(ABORT, 'a record must follow the newest one');
END;
