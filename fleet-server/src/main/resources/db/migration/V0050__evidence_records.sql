-- The exact bytes that counters signed. Rows are only ever added.
CREATE TABLE evidence_record (
    counter_id  text        NOT NULL,
    seq         bigint      NOT NULL,
    hash        bytea       NOT NULL,
    bytes       bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (counter_id, seq)
);

-- Where each journal stands. Locked while a batch is judged.
CREATE TABLE evidence_head (
    counter_id     text   PRIMARY KEY,
    epoch          bigint NOT NULL,
    boot           bigint NOT NULL,
    seq            bigint NOT NULL,
    hash           bytea  NOT NULL,
    charged_minor  bigint NOT NULL,
    refunded_minor bigint NOT NULL,
    dispensed      bigint NOT NULL,
    sales          bigint NOT NULL
);

CREATE FUNCTION evidence_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence is never changed';
END
$$;

CREATE TRIGGER evidence_record_never_changes BEFORE UPDATE OR DELETE ON evidence_record
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();
