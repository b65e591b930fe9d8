-- Whose counter it was, so that everybody sees only their own. Null: nobody's counter sent it.
ALTER TABLE ingest_refusal ADD COLUMN tenant_id text;
ALTER TABLE ingest_suspense ADD COLUMN tenant_id text;

CREATE INDEX ingest_refusal_newest ON ingest_refusal (tenant_id, id DESC);
CREATE INDEX ingest_suspense_newest ON ingest_suspense (tenant_id, at DESC);
