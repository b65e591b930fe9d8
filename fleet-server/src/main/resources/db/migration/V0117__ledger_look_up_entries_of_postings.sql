-- The same checks, each entry looked up once and by its key: a plan that was made while the table was
-- small read all of it for every statement. The function is replaced at once; nothing is locked.
CREATE OR REPLACE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
    odd bigint;
BEGIN
    SELECT entry_id INTO odd FROM added GROUP BY entry_id, unit HAVING sum(amount) <> 0 LIMIT 1;
    IF odd IS NOT NULL THEN
        RAISE EXCEPTION 'entry % does not balance', odd USING ERRCODE = 'check_violation';
    END IF;
    SELECT a.entry_id INTO odd FROM (SELECT DISTINCT entry_id, booked_at FROM added) a
     WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e
                        WHERE e.id = a.entry_id AND e.booked_at = a.booked_at)
     LIMIT 1;
    IF odd IS NOT NULL THEN
        RAISE EXCEPTION 'posting of entry %, which there is not', odd
              USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END
$$;
