-- The newest sales of one counter, for its page.
CREATE INDEX ledger_sale_counter ON ledger_sale (counter_id, opened_at DESC);
