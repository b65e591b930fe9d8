-- What does not agree. tenant_id is null where it is nobody's: a foreign order in a bill.
CREATE TABLE reconciliation_difference (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id    text,
    source       text        NOT NULL,
    kind         text        NOT NULL,
    about        text        NOT NULL,
    subject      text        NOT NULL,
    counter_id   text,
    transaction  text        NOT NULL,
    day          date        NOT NULL,
    -- In fen, or in pieces where pieces are compared.
    ours         bigint      NOT NULL,
    theirs       bigint      NOT NULL,
    owner        text        NOT NULL DEFAULT 'finance',
    found_at     timestamptz NOT NULL,
    closed_at    timestamptz,
    -- Somebody's login; null when a run no longer found it.
    closed_by    text,
    close_reason text,
    second_look  text,
    CHECK ((closed_at IS NULL) = (close_reason IS NULL)),
    CHECK (closed_by IS NULL OR closed_at IS NOT NULL),
    CHECK (second_look IS NULL OR closed_by IS NOT NULL)
);

CREATE UNIQUE INDEX reconciliation_difference_once
    ON reconciliation_difference (source, kind, about, subject) WHERE closed_at IS NULL;
CREATE INDEX reconciliation_difference_about ON reconciliation_difference (source, about);
CREATE INDEX reconciliation_difference_open
    ON reconciliation_difference (tenant_id, found_at) WHERE closed_at IS NULL;

-- How far each day is with each source. It is the whole fleet's, as a bill is.
CREATE TABLE reconciliation_day (
    source      text        NOT NULL,
    day         date        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('waiting', 'refused', 'compared')),
    fault       text        NOT NULL,
    tried_at    timestamptz NOT NULL,
    compared_at timestamptz,
    PRIMARY KEY (source, day)
);
