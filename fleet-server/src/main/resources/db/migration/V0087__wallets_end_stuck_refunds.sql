-- A refund that no wallet makes ends too: sent in another way, or found not to be owed.
ALTER TABLE wallets_refund DROP CONSTRAINT wallets_refund_state_check;
ALTER TABLE wallets_refund ADD CONSTRAINT wallets_refund_state_check
    CHECK (state IN ('refunding', 'refunded', 'failed', 'sent', 'void'));
ALTER TABLE wallets_refund ADD COLUMN reference text;
ALTER TABLE wallets_refund ADD COLUMN ended_by text;
-- Somebody had the wallet asked again: it is ordered anew by the same number, though it failed.
ALTER TABLE wallets_refund ADD COLUMN ordered_again boolean NOT NULL DEFAULT false;
ALTER TABLE wallets_refund ADD CONSTRAINT wallets_refund_says_how
    CHECK (state NOT IN ('sent', 'void') OR (reference IS NOT NULL AND ended_by IS NOT NULL));

-- One transfer pays one refund.
CREATE UNIQUE INDEX wallets_refund_sent ON wallets_refund (tenant_id, reference)
    WHERE state = 'sent';
