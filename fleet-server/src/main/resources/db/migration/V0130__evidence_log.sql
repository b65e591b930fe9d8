-- The fleet's log: a Merkle tree of where journals stood. Nothing in it is ever changed or taken out.
-- New tables only; nothing is locked.
CREATE TABLE evidence_log (
    one_row boolean PRIMARY KEY DEFAULT true CHECK (one_row),
    size    bigint  NOT NULL,
    root    bytea   NOT NULL
);
INSERT INTO evidence_log (size, root) VALUES (0, sha256(''));

CREATE TABLE evidence_leaf (
    leaf_index  bigint      PRIMARY KEY,
    tenant_id   text        NOT NULL,
    counter_id  text        NOT NULL,
    epoch       bigint      NOT NULL,
    seq         bigint      NOT NULL,
    hash        bytea       NOT NULL,
    appended_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX evidence_leaf_of_counter ON evidence_leaf (counter_id, seq);

-- 256 hashes of every eighth level (C2SP tlog-tiles); a tile grows at its end until it is full.
CREATE TABLE evidence_tile (
    level      int    NOT NULL,
    tile_index bigint NOT NULL,
    hashes     bytea  NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192),
    PRIMARY KEY (level, tile_index)
);
ALTER TABLE evidence_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE evidence_tree_head (
    size      bigint      PRIMARY KEY,
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL
);

CREATE TABLE evidence_cosignature (
    size      bigint      NOT NULL REFERENCES evidence_tree_head,
    witness   text        NOT NULL,
    line      text        NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (size, witness)
);

CREATE TRIGGER evidence_leaf_never_changes BEFORE UPDATE OR DELETE ON evidence_leaf
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();
CREATE TRIGGER evidence_tree_head_never_changes BEFORE UPDATE OR DELETE ON evidence_tree_head
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();
CREATE TRIGGER evidence_tile_never_goes BEFORE DELETE ON evidence_tile
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();
CREATE TRIGGER evidence_log_never_goes BEFORE DELETE ON evidence_log
    FOR EACH ROW EXECUTE FUNCTION evidence_never_changes();

CREATE FUNCTION evidence_tile_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF substring(NEW.hashes FOR octet_length(OLD.hashes)) <> OLD.hashes THEN
        RAISE EXCEPTION 'a tile of the log only grows';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER evidence_tile_only_grows BEFORE UPDATE ON evidence_tile
    FOR EACH ROW EXECUTE FUNCTION evidence_tile_only_grows();

CREATE FUNCTION evidence_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size <= OLD.size THEN
        RAISE EXCEPTION 'the log only grows';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER evidence_log_only_grows BEFORE UPDATE ON evidence_log
    FOR EACH ROW EXECUTE FUNCTION evidence_log_only_grows();
