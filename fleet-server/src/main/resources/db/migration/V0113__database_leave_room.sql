-- Rows that are moved again and again find room in their page, so that no index has to hear of it.
ALTER TABLE ledger_balance SET (fillfactor = 50);
ALTER TABLE stock_slot SET (fillfactor = 50);
ALTER TABLE evidence_head SET (fillfactor = 50);
ALTER TABLE counters SET (fillfactor = 70);
