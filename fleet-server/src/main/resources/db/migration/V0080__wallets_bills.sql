-- What the wallets themselves say of a day. The merchant's account is the whole fleet's, so a bill
-- has no tenant; whose an order is, its attempt says.
CREATE TABLE wallets_bill (
    wallet     text        NOT NULL CHECK (wallet IN ('sandbox', 'wechat', 'alipay')),
    day        date        NOT NULL,
    -- The same digest is the same file; empty where there is no file.
    digest     text        NOT NULL,
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (wallet, day)
);

CREATE TABLE wallets_bill_line (
    wallet       text        NOT NULL,
    day          date        NOT NULL,
    number       bigint      NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('paid', 'refunded', 'reversed')),
    attempt      text        NOT NULL,
    refund       text        NOT NULL,
    transaction  text        NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor >= 0),
    at           timestamptz NOT NULL,
    PRIMARY KEY (wallet, day, number),
    FOREIGN KEY (wallet, day) REFERENCES wallets_bill
);

CREATE INDEX wallets_bill_line_by_attempt ON wallets_bill_line (wallet, attempt);

-- By these the orders of a day and the attempts of a sale are found.
CREATE INDEX wallets_attempt_by_day ON wallets_attempt (wallet, ordered_at) WHERE state = 'paid';
CREATE INDEX wallets_attempt_by_sale ON wallets_attempt (split_part(attempt, '-', 1));
CREATE INDEX wallets_refund_settled ON wallets_refund (settled_at) WHERE state = 'refunded';

-- The sandbox wallet's own time of what it booked. Demonstration only.
ALTER TABLE wallets_sandbox_order ADD COLUMN paid_at timestamptz;
UPDATE wallets_sandbox_order SET paid_at = ordered_at WHERE state = 'paid';
ALTER TABLE wallets_sandbox_refund ADD COLUMN refunded_at timestamptz NOT NULL DEFAULT now();
