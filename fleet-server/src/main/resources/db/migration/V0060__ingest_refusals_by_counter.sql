-- Only the newest of each counter are kept.
CREATE INDEX ingest_refusal_by_counter ON ingest_refusal (counter_id, id DESC);
