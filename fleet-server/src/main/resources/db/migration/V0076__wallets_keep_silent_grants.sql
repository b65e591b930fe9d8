-- Paid, and the counter has not said in its journal what became of it: who sees to it, since when.
CREATE TABLE wallets_silent_grant (
    attempt      text        PRIMARY KEY REFERENCES wallets_attempt,
    tenant_id    text        NOT NULL,
    counter_id   text        NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor >= 0),
    currency     text        NOT NULL,
    owner        text        NOT NULL DEFAULT 'dispatcher',
    opened_at    timestamptz NOT NULL,
    closed_at    timestamptz
);

CREATE INDEX wallets_silent_grant_open ON wallets_silent_grant (tenant_id, opened_at)
    WHERE closed_at IS NULL;

CREATE INDEX wallets_attempt_unheard ON wallets_attempt (ordered_at)
    WHERE ended IS NULL AND state IN ('waiting', 'paid');
