-- What lies in each slot, as the counter's journal tells.
CREATE TABLE stock_slot (
    tenant_id  text        NOT NULL,
    counter_id text        NOT NULL,
    slot       int         NOT NULL,
    product    text        NOT NULL,
    lot        text        NOT NULL,
    quantity   int         NOT NULL,
    is_on      boolean     NOT NULL DEFAULT true,
    off_reason text        NOT NULL DEFAULT '',
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (counter_id, slot)
);
