-- By what each counter shall sell, and by what it has said that it does. A counter of which nothing
-- was ever wanted has no row. Terms: product code → price in fen (0: that of its release) and
-- whether it is offered, each only where it was ever changed.
CREATE TABLE directives_counter (
    counter_id  text        PRIMARY KEY,
    tenant_id   text        NOT NULL,
    revision    bigint      NOT NULL,
    terms       jsonb       NOT NULL DEFAULT '{}',
    change_id   bigint      NOT NULL DEFAULT 0,
    wanted_at   timestamptz NOT NULL,
    reported    bigint      NOT NULL DEFAULT 0,
    refused     bigint      NOT NULL DEFAULT 0,
    reason      text        NOT NULL DEFAULT '',
    reported_at timestamptz
) WITH (fillfactor = 60);

-- Those that are to be told, and no other.
CREATE INDEX directives_counter_behind ON directives_counter (counter_id)
    WHERE revision > reported AND refused <> revision;

CREATE TABLE directives_change (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id   text        NOT NULL,
    product     text        NOT NULL,
    price_minor bigint,
    offered     boolean,
    place       text        NOT NULL,
    place_name  text        NOT NULL,
    counters    integer     NOT NULL,
    made_by     text        NOT NULL,
    made_at     timestamptz NOT NULL
);

CREATE INDEX directives_change_newest ON directives_change (tenant_id, id DESC);
