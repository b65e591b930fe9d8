-- Compartments whose goods that need cooling are locked, as the counter's journal tells.
CREATE TABLE stock_cold_lock (
    tenant_id   text        NOT NULL,
    counter_id  text        NOT NULL,
    compartment int         NOT NULL,
    reason      text        NOT NULL,
    locked_at   timestamptz NOT NULL,
    PRIMARY KEY (counter_id, compartment)
);
