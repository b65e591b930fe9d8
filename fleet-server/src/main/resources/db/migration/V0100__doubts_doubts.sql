-- Counters that somebody has to look into: their journal is not believed, or they say nothing.
-- One row for each kind as long as it lasts; the messages themselves are in ingest_refusal.
CREATE TABLE doubts_doubt (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id  text        NOT NULL,
    counter_id text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN
                   ('fork', 'rollback', 'damaged', 'wrong-totals', 'clone', 'silent')),
    -- What the newest occasion was, for people.
    reason     text        NOT NULL,
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    times      bigint      NOT NULL DEFAULT 1,
    ended_at   timestamptz,
    ending     text CHECK (ending IN ('explained', 'retired', 'heard-again')),
    -- Somebody's login, and why; null when it ended by itself.
    ended_by   text,
    why        text,
    CHECK ((ended_at IS NULL) = (ending IS NULL)),
    CHECK ((ended_by IS NULL) = (why IS NULL)),
    CHECK (ended_by IS NULL OR ended_at IS NOT NULL)
);

CREATE UNIQUE INDEX doubts_doubt_once ON doubts_doubt (counter_id, kind) WHERE ended_at IS NULL;
CREATE INDEX doubts_doubt_open ON doubts_doubt (tenant_id, first_at) WHERE ended_at IS NULL;
CREATE INDEX doubts_doubt_ended ON doubts_doubt (tenant_id, ended_at) WHERE ended_at IS NOT NULL;
