-- How each sale stands; follows the journal in the same transaction.
CREATE TABLE ledger_sale (
    sale            text        PRIMARY KEY,
    tenant_id       text        NOT NULL,
    counter_id      text        NOT NULL,
    receipt_code    text        NOT NULL,
    currency        text        NOT NULL,
    line            int         NOT NULL,
    slot            int         NOT NULL,
    product         text        NOT NULL,
    lot             text        NOT NULL,
    price_minor     bigint      NOT NULL,
    way             text,
    charged_minor   bigint      NOT NULL,
    delivered_minor bigint      NOT NULL,
    refunded_minor  bigint      NOT NULL,
    held_minor      bigint      NOT NULL,
    progress        text        NOT NULL,
    outcome         text,
    business_date   date        NOT NULL,
    opened_at       timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL
);

CREATE INDEX ledger_sale_newest ON ledger_sale (tenant_id, opened_at DESC);
CREATE INDEX ledger_sale_day ON ledger_sale (tenant_id, business_date);

-- Money whose fate a person has to decide.
CREATE TABLE ledger_case (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id    text        NOT NULL,
    counter_id   text        NOT NULL,
    sale         text        NOT NULL REFERENCES ledger_sale,
    line         int         NOT NULL,
    way          text        NOT NULL,
    reason       text        NOT NULL,
    amount_minor bigint      NOT NULL,
    owner        text        NOT NULL DEFAULT 'dispatcher',
    opened_at    timestamptz NOT NULL,
    settled_at   timestamptz,
    UNIQUE (sale, line)
);
