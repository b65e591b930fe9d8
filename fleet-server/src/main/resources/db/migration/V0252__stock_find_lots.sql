-- In which slots a lot still lies. A slot's quantity is in no index, since each sale moves it.
create index stock_slot_by_lot on stock_slot (product, lot, tenant_id, counter_id, slot);
