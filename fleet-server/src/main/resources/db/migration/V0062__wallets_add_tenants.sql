-- Whose money goes back.
ALTER TABLE wallets_refund ADD COLUMN tenant_id text;

UPDATE wallets_refund r SET tenant_id = a.tenant_id FROM wallets_attempt a
 WHERE a.attempt = r.attempt;

ALTER TABLE wallets_refund ALTER COLUMN tenant_id SET NOT NULL;

CREATE INDEX wallets_refund_by_tenant ON wallets_refund (tenant_id, state, wanted_at);
