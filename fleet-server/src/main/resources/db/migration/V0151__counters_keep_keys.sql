-- A counter's key may change; each key signs one epoch of its journal. The registry has the newest,
-- and all of them are here as soon as there are two.
ALTER TABLE counters ADD COLUMN epoch bigint NOT NULL DEFAULT 1;

CREATE TABLE counters_key (
    counter_id         text        NOT NULL REFERENCES counters,
    tenant_id          text        NOT NULL,
    epoch              bigint      NOT NULL CHECK (epoch >= 1),
    journal_public_key text        NOT NULL,
    certificate_serial text        NOT NULL,
    -- DER in base64.
    certificate        text        NOT NULL,
    -- The number of the first record that this key may sign.
    from_seq           bigint      NOT NULL,
    -- The fleet's signed checkpoint of the record before.
    note               text,
    since              timestamptz NOT NULL,
    PRIMARY KEY (counter_id, epoch),
    CHECK ((epoch = 1) = (from_seq = 1)),
    CHECK ((epoch = 1) = (note IS NULL))
);
