-- Messages that were not accepted, with their bytes and the reason in words.
CREATE TABLE ingest_refusal (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    counter_id text        NOT NULL,
    topic      text        NOT NULL,
    verdict    text        NOT NULL,
    reason     text        NOT NULL,
    bytes      bytea       NOT NULL
);

-- Records that are kept and acknowledged but could not be booked; a person has to look.
CREATE TABLE ingest_suspense (
    counter_id text        NOT NULL,
    seq        bigint      NOT NULL,
    at         timestamptz NOT NULL,
    reason     text        NOT NULL,
    PRIMARY KEY (counter_id, seq)
);
