-- The epoch of the key that may sign now. It stands in the head, because who judges a batch has locked
-- that: nothing of the key before is taken once the fleet has closed its epoch.
ALTER TABLE evidence_head ADD COLUMN key_epoch bigint NOT NULL DEFAULT 1;
ALTER TABLE evidence_head ADD CONSTRAINT evidence_head_key CHECK (key_epoch >= epoch);

CREATE TRIGGER evidence_head_key_goes_on BEFORE UPDATE ON evidence_head
    FOR EACH ROW WHEN (NEW.key_epoch < OLD.key_epoch) EXECUTE FUNCTION evidence_head_goes_on();
