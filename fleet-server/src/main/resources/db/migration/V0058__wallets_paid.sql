-- What the wallet says was paid, which need not be what was ordered.
ALTER TABLE wallets_attempt ADD COLUMN paid_minor bigint NOT NULL DEFAULT 0
    CHECK (paid_minor >= 0);

-- Until now an order that was paid counted as paid in full.
UPDATE wallets_attempt SET paid_minor = amount_minor WHERE state = 'paid';
