-- Tables of what comes in for ever are kept by month of receipt. Months are made ahead by the server;
-- a row that finds none goes to its table's rest, so that nothing stops.
CREATE FUNCTION make_month(parent text, day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first date := date_trunc('month', day)::date;
    next  date := (first + interval '1 month')::date;
    month text := parent || to_char(first, '_YYYY_MM');
BEGIN
    IF to_regclass(month) IS NOT NULL THEN
        RETURN;
    END IF;
    -- Attached and not made as a part, which would lock the whole table.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
                   month, parent);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   parent, month, first || ' 00:00:00+00', next || ' 00:00:00+00');
END
$$;

-- The month of a day and so many after it, of every table that is kept by month.
CREATE FUNCTION make_months(day date, ahead int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    parent text;
BEGIN
    -- Two servers may start at once.
    PERFORM pg_advisory_xact_lock(hashtext('make_months'));
    FOR parent IN
        SELECT c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
         WHERE c.relnamespace = current_schema()::regnamespace AND p.partstrat = 'r'
         ORDER BY c.relname
    LOOP
        PERFORM make_month(parent, (day + make_interval(months => n))::date)
           FROM generate_series(0, ahead) n;
    END LOOP;
END
$$;
