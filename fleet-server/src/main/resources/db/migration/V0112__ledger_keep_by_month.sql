-- Entries and postings are kept by month of booking. The tables are locked and written anew, about a
-- second for each 100,000 postings.
CREATE SEQUENCE ledger_entry_number;
SELECT setval('ledger_entry_number', coalesce(max(id), 0) + 1, false) FROM ledger_entry;

ALTER TABLE ledger_posting RENAME TO ledger_posting_whole;
ALTER TABLE ledger_entry RENAME TO ledger_entry_whole;
ALTER INDEX ledger_posting_pkey RENAME TO ledger_posting_whole_pkey;
ALTER INDEX ledger_entry_pkey RENAME TO ledger_entry_whole_pkey;
ALTER INDEX ledger_entry_by_sale RENAME TO ledger_entry_whole_by_sale;
ALTER INDEX ledger_entry_by_day RENAME TO ledger_entry_whole_by_day;
ALTER INDEX ledger_entry_by_counter RENAME TO ledger_entry_whole_by_counter;

CREATE TABLE ledger_entry (
    id            bigint      NOT NULL DEFAULT nextval('ledger_entry_number'),
    tenant_id     text        NOT NULL,
    source        text        NOT NULL CHECK (source IN ('journal', 'wallet', 'person')),
    reference     text        NOT NULL,
    counter_id    text        NOT NULL,
    sale          text,
    business_date date        NOT NULL,
    booked_at     timestamptz NOT NULL,
    PRIMARY KEY (id, booked_at)
) PARTITION BY RANGE (booked_at);

CREATE TABLE ledger_posting (
    entry_id  bigint      NOT NULL,
    account   text        NOT NULL,
    unit      text        NOT NULL,
    amount    bigint      NOT NULL CHECK (amount <> 0),
    tenant_id text        NOT NULL,
    booked_at timestamptz NOT NULL,
    PRIMARY KEY (entry_id, account, unit, booked_at)
) PARTITION BY RANGE (booked_at);

CREATE TABLE ledger_entry_rest PARTITION OF ledger_entry DEFAULT;
CREATE TABLE ledger_posting_rest PARTITION OF ledger_posting DEFAULT;

-- What is not from a journal is booked once by its reference, whatever the month. What is from a
-- journal is booked once because its record is kept once.
CREATE TABLE ledger_reference (
    source    text NOT NULL,
    reference text NOT NULL,
    tenant_id text NOT NULL,
    PRIMARY KEY (source, reference)
);

DO $$
BEGIN
    PERFORM make_month('ledger_entry', m), make_month('ledger_posting', m)
       FROM (SELECT DISTINCT (booked_at AT TIME ZONE 'UTC')::date - extract(day FROM
                    booked_at AT TIME ZONE 'UTC')::int + 1 AS m
               FROM ledger_entry_whole) months;
END
$$;

INSERT INTO ledger_entry (id, tenant_id, source, reference, counter_id, sale, business_date,
       booked_at)
SELECT id, tenant_id, source, reference, counter_id, sale, business_date, booked_at
  FROM ledger_entry_whole;

INSERT INTO ledger_posting (entry_id, account, unit, amount, tenant_id, booked_at)
SELECT p.entry_id, p.account, p.unit, p.amount, p.tenant_id, e.booked_at
  FROM ledger_posting_whole p JOIN ledger_entry_whole e ON e.id = p.entry_id;

INSERT INTO ledger_reference (source, reference, tenant_id)
SELECT source, reference, tenant_id FROM ledger_entry_whole WHERE source <> 'journal';

DROP TABLE ledger_posting_whole;
DROP TABLE ledger_entry_whole;
DROP FUNCTION ledger_entry_balances();

CREATE INDEX ledger_entry_by_sale ON ledger_entry (sale);
CREATE INDEX ledger_entry_by_day ON ledger_entry (business_date);
CREATE INDEX ledger_entry_by_counter ON ledger_entry (counter_id, source);

CREATE TRIGGER ledger_entry_never_changes BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_never_changes();

CREATE TRIGGER ledger_posting_never_changes BEFORE UPDATE OR DELETE ON ledger_posting
    FOR EACH ROW EXECUTE FUNCTION ledger_never_changes();

-- Once a statement and not once a row: what a statement adds is whole, so an entry's postings come
-- together, with their entry there and each unit at zero.
CREATE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    odd bigint;
BEGIN
    SELECT entry_id INTO odd FROM added GROUP BY entry_id, unit HAVING sum(amount) <> 0 LIMIT 1;
    IF odd IS NOT NULL THEN
        RAISE EXCEPTION 'entry % does not balance', odd USING ERRCODE = 'check_violation';
    END IF;
    SELECT a.entry_id INTO odd FROM added a
      LEFT JOIN ledger_entry e ON e.id = a.entry_id AND e.booked_at = a.booked_at
     WHERE e.id IS NULL LIMIT 1;
    IF odd IS NOT NULL THEN
        RAISE EXCEPTION 'posting of entry %, which there is not', odd
              USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER ledger_entry_balances AFTER INSERT ON ledger_posting
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_balances();
