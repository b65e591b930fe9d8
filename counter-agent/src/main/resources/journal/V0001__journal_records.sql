-- The journal: one row a record, in its exact bytes. Rows are only ever added, one after another.
CREATE TABLE journal_record (
    seq   INTEGER PRIMARY KEY CHECK (seq >= 1),
    bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_record_never_changes BEFORE UPDATE ON journal_record
BEGIN
    SELECT RAISE(ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_record_never_goes BEFORE DELETE ON journal_record
BEGIN
    SELECT RAISE(ABORT, 'the journal is never deleted from');
END;

CREATE TRIGGER journal_record_has_no_gap BEFORE INSERT ON journal_record
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_record)
BEGIN
    SELECT RAISE(ABORT, 'a record must follow the newest one');
END;
