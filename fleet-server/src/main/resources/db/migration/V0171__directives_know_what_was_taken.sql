-- The terms that a counter has last said that it sells by: what it refuses now is among the others.
ALTER TABLE directives_counter ADD COLUMN taken jsonb NOT NULL DEFAULT '{}';
UPDATE directives_counter SET taken = terms WHERE reported = revision;

-- How far a tenant has come is a sum over its counters; the column never changes.
CREATE INDEX directives_counter_of_tenant ON directives_counter (tenant_id);
