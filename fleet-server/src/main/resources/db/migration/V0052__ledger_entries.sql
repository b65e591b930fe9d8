-- Double entry: the postings of an entry sum to zero in each unit. Rows are only ever added.
-- source is 'journal' with counter and seq, or 'wallet' with the refund's number.
CREATE TABLE ledger_entry (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id     text        NOT NULL,
    source        text        NOT NULL CHECK (source IN ('journal', 'wallet')),
    reference     text        NOT NULL,
    counter_id    text        NOT NULL,
    sale          text,
    business_date date        NOT NULL,
    booked_at     timestamptz NOT NULL,
    UNIQUE (source, reference)
);

CREATE TABLE ledger_posting (
    entry_id bigint NOT NULL REFERENCES ledger_entry,
    account  text   NOT NULL,
    unit     text   NOT NULL,
    amount   bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (entry_id, account, unit)
);

-- The sums of the postings, kept in the same transaction.
CREATE TABLE ledger_balance (
    tenant_id  text   NOT NULL,
    counter_id text   NOT NULL,
    account    text   NOT NULL,
    unit       text   NOT NULL,
    balance    bigint NOT NULL,
    PRIMARY KEY (tenant_id, counter_id, account, unit)
);

CREATE FUNCTION ledger_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is never changed';
END
$$;

CREATE TRIGGER ledger_entry_never_changes BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_never_changes();

CREATE TRIGGER ledger_posting_never_changes BEFORE UPDATE OR DELETE ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION ledger_never_changes();

CREATE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM ledger_posting WHERE entry_id = NEW.entry_id
               GROUP BY unit HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'entry % does not balance', NEW.entry_id;
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_posting
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances();
