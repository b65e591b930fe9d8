-- Who sees to a refund that does not move by itself.
ALTER TABLE wallets_refund ADD COLUMN owner text NOT NULL DEFAULT 'dispatcher';

-- The refunds of a sale, whose attempts begin with its id.
CREATE INDEX wallets_refund_by_attempt ON wallets_refund (attempt text_pattern_ops);
