-- A counter that stands nowhere any more. Its label is free, its records stay.
ALTER TABLE counters DROP CONSTRAINT counters_status_check;
ALTER TABLE counters ADD CONSTRAINT counters_status_check
    CHECK (status IN ('enrolled', 'active', 'suspended', 'retired'));

DROP INDEX counters_label;
CREATE UNIQUE INDEX counters_label ON counters (tenant_id, label)
    WHERE status IN ('enrolled', 'active');

-- Where nobody carries a label any more, its page is that of who carried it last.
CREATE INDEX counters_by_label ON counters (tenant_id, label, enrolled_at);

CREATE TABLE counters_retirement (
    counter_id    text        NOT NULL REFERENCES counters,
    tenant_id     text        NOT NULL,
    retired_at    timestamptz NOT NULL,
    retired_by    text        NOT NULL,
    why           text        NOT NULL,
    reinstated_at timestamptz,
    reinstated_by text,
    PRIMARY KEY (counter_id, retired_at),
    CHECK ((reinstated_at IS NULL) = (reinstated_by IS NULL))
);
