-- A wallet takes its time with a refund and may refuse it in the end. Demonstration only.
ALTER TABLE wallets_sandbox_refund ADD COLUMN state text NOT NULL DEFAULT 'done'
    CHECK (state IN ('processing', 'done', 'failed'));

-- After this an order cannot be paid any more. Null: made before orders ended by themselves.
ALTER TABLE wallets_sandbox_order ADD COLUMN expires_at timestamptz;
