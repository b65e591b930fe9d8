-- How far the signatures of each journal were looked at, and since when one has waited for it (null:
-- none waits). It stands in the head, which ingest writes anyway. One look at each first record.
ALTER TABLE evidence_head ADD COLUMN checked_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE evidence_head ADD COLUMN unchecked_since timestamptz;

UPDATE evidence_head h
   SET unchecked_since = coalesce((SELECT min(r.received_at) FROM evidence_record r
                                    WHERE r.counter_id = h.counter_id AND r.seq = 1), now())
 WHERE h.seq > 0;

ALTER TABLE evidence_head ADD CONSTRAINT evidence_head_waits
    CHECK (checked_seq <= seq AND (checked_seq = seq) = (unchecked_since IS NULL));

DROP TRIGGER evidence_head_goes_on ON evidence_head;
CREATE TRIGGER evidence_head_goes_on BEFORE UPDATE ON evidence_head
    FOR EACH ROW WHEN (NEW.seq < OLD.seq OR NEW.checked_seq < OLD.checked_seq)
    EXECUTE FUNCTION evidence_head_goes_on();

-- Records whose own signature does not hold. Their bytes are in evidence_record.
CREATE TABLE evidence_bad_signature (
    counter_id text        NOT NULL,
    seq        bigint      NOT NULL,
    tenant_id  text        NOT NULL,
    found_at   timestamptz NOT NULL,
    PRIMARY KEY (counter_id, seq)
);

CREATE TRIGGER evidence_bad_signature_never_changes BEFORE UPDATE OR DELETE ON evidence_bad_signature
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();
