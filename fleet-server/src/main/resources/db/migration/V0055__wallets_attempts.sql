-- The payment attempts of counters. The fleet owns them: order, query, close, refund.
CREATE TABLE wallets_attempt (
    attempt      text        PRIMARY KEY,
    tenant_id    text        NOT NULL,
    counter_id   text        NOT NULL,
    amount_minor bigint      NOT NULL,
    currency     text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('waiting', 'paid', 'closed')),
    code         text        NOT NULL,
    transaction  text,
    -- What the counter's journal says: null while the sale goes on.
    ended        text        CHECK (ended IN ('approved', 'abandoned')),
    ordered_at   timestamptz NOT NULL
);

-- Refunds, once each, with a state that somebody owns.
CREATE TABLE wallets_refund (
    refund       text        PRIMARY KEY,
    attempt      text        NOT NULL REFERENCES wallets_attempt,
    amount_minor bigint      NOT NULL CHECK (amount_minor > 0),
    reason       text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('refunding', 'refunded', 'failed')),
    wanted_at    timestamptz NOT NULL,
    settled_at   timestamptz
);

-- The sandbox wallet: what a real wallet keeps on its own side. Demonstration only.
CREATE TABLE wallets_sandbox_order (
    attempt      text        PRIMARY KEY,
    token        text        NOT NULL UNIQUE,
    amount_minor bigint      NOT NULL,
    currency     text        NOT NULL,
    description  text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('waiting', 'paid', 'closed')),
    transaction  text,
    ordered_at   timestamptz NOT NULL
);

CREATE TABLE wallets_sandbox_refund (
    refund       text   PRIMARY KEY,
    attempt      text   NOT NULL REFERENCES wallets_sandbox_order,
    amount_minor bigint NOT NULL
);
