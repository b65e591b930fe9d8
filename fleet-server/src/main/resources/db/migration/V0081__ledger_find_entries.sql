-- By these a sale's, a day's and a counter's entries are summed anew. Each takes about ten seconds
-- for ten million entries, in which nothing can be booked.
CREATE INDEX ledger_entry_by_sale ON ledger_entry (sale);
CREATE INDEX ledger_entry_by_day ON ledger_entry (business_date);
CREATE INDEX ledger_entry_by_counter ON ledger_entry (counter_id, source);
