-- The few slots that are not offered.
CREATE INDEX stock_slot_off ON stock_slot (tenant_id) WHERE NOT is_on;
