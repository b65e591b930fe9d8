-- Records are kept by month of receipt. The table is locked and written anew, about a second for each
-- 100,000 records.
ALTER TABLE evidence_record RENAME TO evidence_record_whole;
ALTER INDEX evidence_record_pkey RENAME TO evidence_record_whole_pkey;

CREATE TABLE evidence_record (
    counter_id  text        NOT NULL,
    seq         bigint      NOT NULL,
    hash        bytea       NOT NULL,
    bytes       bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    tenant_id   text        NOT NULL,
    PRIMARY KEY (counter_id, seq, received_at)
) PARTITION BY RANGE (received_at);

CREATE TABLE evidence_record_rest PARTITION OF evidence_record DEFAULT;

DO $$
BEGIN
    PERFORM make_month('evidence_record', m)
       FROM (SELECT DISTINCT (received_at AT TIME ZONE 'UTC')::date - extract(day FROM
                    received_at AT TIME ZONE 'UTC')::int + 1 AS m
               FROM evidence_record_whole) months;
END
$$;

INSERT INTO evidence_record (counter_id, seq, hash, bytes, received_at, tenant_id)
SELECT counter_id, seq, hash, bytes, received_at, tenant_id FROM evidence_record_whole;

DROP TABLE evidence_record_whole;

CREATE TRIGGER evidence_record_never_changes BEFORE UPDATE OR DELETE ON evidence_record
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();

-- The key of a month does not see the other months, so the head guards: a transaction moves it from
-- the number that it has locked and adds the records between, and no head ever goes back.
CREATE FUNCTION evidence_head_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the head of a journal never goes back';
END
$$;

CREATE TRIGGER evidence_head_goes_on BEFORE UPDATE ON evidence_head
    FOR EACH ROW WHEN (NEW.seq < OLD.seq) EXECUTE FUNCTION evidence_head_goes_on();

CREATE TRIGGER evidence_head_stays BEFORE DELETE ON evidence_head
    FOR EACH ROW EXECUTE FUNCTION evidence_head_goes_on();
