-- A record that is wrongly signed in a chain that is otherwise proven, found after it was booked.
ALTER TABLE doubts_doubt DROP CONSTRAINT doubts_doubt_kind_check;
ALTER TABLE doubts_doubt ADD CONSTRAINT doubts_doubt_kind_check CHECK (kind IN
    ('fork', 'rollback', 'damaged', 'wrong-totals', 'bad-signature', 'clone', 'silent'));
