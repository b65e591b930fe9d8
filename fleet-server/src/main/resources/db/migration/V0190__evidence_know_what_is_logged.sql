-- Of each journal the newest number in the log, so that what is not in it yet is found without
-- looking through all leaves. The table keeps it by itself, whatever version of the server appends.
CREATE TABLE evidence_logged (
    counter_id text   PRIMARY KEY,
    tenant_id  text   NOT NULL,
    seq        bigint NOT NULL
) WITH (fillfactor = 50);

CREATE FUNCTION evidence_knows_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO evidence_logged (counter_id, tenant_id, seq)
    SELECT DISTINCT ON (counter_id) counter_id, tenant_id, seq
      FROM fresh ORDER BY counter_id, seq DESC
        ON CONFLICT (counter_id)
        DO UPDATE SET seq = greatest(evidence_logged.seq, excluded.seq);
    RETURN NULL;
END
$$;
-- Waits for who appends now and holds off who would: before the leaves are counted, not after.
CREATE TRIGGER evidence_leaf_is_known AFTER INSERT ON evidence_leaf
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_knows_leaves();

INSERT INTO evidence_logged (counter_id, tenant_id, seq)
SELECT DISTINCT ON (counter_id) counter_id, tenant_id, seq
  FROM evidence_leaf ORDER BY counter_id DESC, seq DESC;

CREATE TRIGGER evidence_logged_goes_on BEFORE UPDATE ON evidence_logged
    FOR EACH ROW WHEN (NEW.seq < OLD.seq) EXECUTE FUNCTION evidence_never_changes();
CREATE TRIGGER evidence_logged_stays BEFORE DELETE ON evidence_logged
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();
