-- In which slots a lot still lies. A slot's quantity is in no index, since each sale moves it. The
-- table takes no writes for some seconds at 600,000 slots.
create index stock_slot_by_lot
    on stock_slot (product, lot, tenant_id collate "C", counter_id collate "C", slot);
