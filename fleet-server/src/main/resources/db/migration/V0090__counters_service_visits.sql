-- Visits of technicians at counters, and wrong service codes since the last sign-in, as journals tell.
CREATE TABLE counters_service_visit (
    visit_id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id    text        NOT NULL,
    counter_id   text        NOT NULL,
    signed_in_at timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_by     text        NOT NULL DEFAULT '',
    wrong_codes  int         NOT NULL,
    slots_on     int         NOT NULL DEFAULT 0,
    locks_lifted int         NOT NULL DEFAULT 0
);

CREATE INDEX counters_service_visit_newest ON counters_service_visit (counter_id, visit_id DESC);

CREATE TABLE counters_service_refusal (
    counter_id   text        PRIMARY KEY,
    tenant_id    text        NOT NULL,
    wrong_codes  int         NOT NULL,
    pause_millis bigint      NOT NULL,
    refused_at   timestamptz NOT NULL
);
