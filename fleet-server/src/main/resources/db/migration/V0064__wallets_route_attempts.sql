-- Which wallet has the order, when it was last asked, and what nobody asks about any more. Until
-- now there was the sandbox only, and what had no code to show was scanned.
ALTER TABLE wallets_attempt ADD COLUMN wallet text NOT NULL DEFAULT 'sandbox'
    CHECK (wallet IN ('sandbox', 'wechat', 'alipay'));
ALTER TABLE wallets_attempt ALTER COLUMN wallet DROP DEFAULT;
ALTER TABLE wallets_attempt ADD COLUMN is_scanned boolean NOT NULL DEFAULT false;
ALTER TABLE wallets_attempt ADD COLUMN asked_at timestamptz;
ALTER TABLE wallets_attempt ADD COLUMN closing_at timestamptz;

UPDATE wallets_attempt SET is_scanned = (code = '');

-- refused: nothing was taken. unknown: the wallet has never heard of it, and no longer will.
ALTER TABLE wallets_attempt DROP CONSTRAINT wallets_attempt_state_check;
ALTER TABLE wallets_attempt ADD CONSTRAINT wallets_attempt_state_check
    CHECK (state IN ('waiting', 'paid', 'closed', 'refused', 'unknown'));

ALTER TABLE wallets_refund ADD COLUMN asked_at timestamptz;
