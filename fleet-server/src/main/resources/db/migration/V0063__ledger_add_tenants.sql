-- Whose posting it is. The trigger that guards the postings is off for this one change only; the
-- table is locked and rewritten, about a second for each 200,000 postings.
ALTER TABLE ledger_posting ADD COLUMN tenant_id text;

ALTER TABLE ledger_posting DISABLE TRIGGER ledger_posting_never_changes;
UPDATE ledger_posting p SET tenant_id = e.tenant_id FROM ledger_entry e WHERE e.id = p.entry_id;
ALTER TABLE ledger_posting ENABLE TRIGGER ledger_posting_never_changes;

ALTER TABLE ledger_posting ALTER COLUMN tenant_id SET NOT NULL;
