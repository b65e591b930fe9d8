package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Many counters with months of sales, written straight into the tables as the ledger would have
 * left them: entries balance (the database's own check is on), sales refer to counters, balances
 * and sums are those of the postings. Of one day the raw records are there too; they are filler.
 */
final class LedgerSample {
    /**
     * Of a hundred sales; the others are delivered. A case is of today: the server that runs
     * meanwhile settles small ones that are older than a day.
     */
    private static final String OUTCOME =
            """
            case when i % 1000 = 7 and day = current_date then 'CASE'
                 when i % 50 = 3 then 'REFUNDED' when i % 100 = 5 then 'UNPAID'
                 else 'DELIVERED' end\
            """;

    private static final int DAYS_MAX = 100;
    private static final int FIRST_SLOT = 10;
    private static final int SLOTS = 20;
    private static final double NANOS = 1_000_000_000;

    private final Connection connection;
    private final PrintStream people;
    private final int counters;
    private final long sales;
    private final List<String> products;

    /**
     * @param products what is on the shelf
     */
    LedgerSample(
            Connection connection,
            PrintStream people,
            int counters,
            long sales,
            List<String> products) {
        this.connection = connection;
        this.people = people;
        this.counters = counters;
        this.sales = sales;
        this.products = List.copyOf(products);
    }

    /** So many days have sales, today among them; each as many. */
    private long days() {
        return Math.min(DAYS_MAX, Math.max(1, sales / counters));
    }

    /** A sample that was kept is not silent since, and its cases are not for the rule yet. */
    static void heardOfNow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    update counters
                       set last_seen_at = last_seen_at
                                          + (select now() - max(last_seen_at) from counters);
                    update ledger_case set heard_at = now()
                    """);
            statement.execute("vacuum analyze counters");
        }
    }

    /** Returns when statistics are gathered and all is on disk. */
    void write() throws SQLException {
        long begin = System.nanoTime();
        run("create temp table shelf (slot int, product text)");
        for (int i = 0; i < SLOTS; i++) {
            run(
                    "insert into shelf values (%d, '%s')"
                            .formatted(FIRST_SLOT + i, products.get(i % products.size())));
        }
        run("create temp table part (counters int, ago int, first bigint, last bigint)");
        run("insert into part values (%d, 0, 0, 0)".formatted(counters));
        seldomCheckpoints("set max_wal_size = '8GB'", "set checkpoint_timeout = '1h'");
        run(COUNTERS);
        run(STOCK);
        months();
        long day = days();
        long before = 0;
        while (day > 0) {
            day--;
            long until = sales * (days() - day) / days();
            day(day, before, until);
            before = until;
            people.printf(
                    Locale.ROOT,
                    "%d of %d sales written, %.0f s%n",
                    until,
                    sales,
                    (System.nanoTime() - begin) / NANOS);
        }
        run("analyze");
        run(LedgerSums.BALANCES);
        run(LedgerSums.DAYS);
        run(LedgerSums.HEADS);
        run("vacuum analyze");
        seldomCheckpoints("reset max_wal_size", "reset checkpoint_timeout");
        run("checkpoint");
        requireBalanced();
    }

    /** After each, every page that is written goes into the log as a whole. */
    private void seldomCheckpoints(String... settings) throws SQLException {
        for (String setting : settings) {
            run("alter system " + setting);
        }
        run("select pg_reload_conf()");
    }

    private void months() throws SQLException {
        run(
                """
                select make_month(parent, (current_date - n)::date)
                  from unnest(array['ledger_entry', 'ledger_posting']) parent,
                       generate_series(0, %d, 20) n
                """
                        .formatted(days() + 20));
    }

    private void day(long ago, long from, long to) throws SQLException {
        run("truncate part");
        run("insert into part values (%d, %d, %d, %d)".formatted(counters, ago, from, to - 1));
        run(DRAWN);
        run(SALES);
        // Each line and payment has its sale; that is not asked again row by row.
        run("set session_replication_role = replica");
        run(LINES);
        run(PAYMENTS);
        run("set session_replication_role = origin");
        run(CASES);
        run(ENTRIES);
        run(POSTINGS);
        if (ago == 0) {
            run(RECORDS);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void requireBalanced() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet odd =
                        statement.executeQuery(
                                """
                                select count(*) from (select unit from ledger_balance
                                 group by unit having sum(balance) <> 0) as odd
                                """)) {
            odd.next();
            if (odd.getLong(1) > 0) {
                throw new IllegalStateException("the sample's books do not balance");
            }
        }
    }

    private static final String COUNTERS =
            """
            insert into counters (counter_id, tenant_id, site_id, label, status,
                   journal_public_key, certificate_serial, enrolment_certificate, enrolled_at,
                   last_seen_at, last_seq)
            select md5('counter ' || n), 'demonstration', 'xa-metro-demonstration',
                   'D-' || lpad(n::text, 5, '0'), 'active', repeat('A', 43) || '=',
                   md5(n::text), repeat('A', 900), now() - interval '200 days',
                   now() - case when n % 500 = 0 then interval '3 days'
                                else interval '1 second' * (n % 3000) end, 100 + n
              from part, generate_series(0, counters - 1) n
            """;

    private static final String STOCK =
            """
            insert into stock_slot (tenant_id, counter_id, slot, product, lot, quantity, is_on,
                   off_reason, changed_at)
            select tenant_id, counter_id, slot, product, 'L1', (last_seq + s) % 9,
                   (last_seq + s) % 5000 <> 0,
                   case when (last_seq + s) % 5000 = 0 then 'jammed' else '' end, now()
              from counters, shelf, lateral (select slot as s) x where label like 'D-%'
            """;

    private static final String DRAWN =
            """
            create temp table if not exists drawn (i bigint, sale text, counter_id text,
                   slot int, product text, price bigint, way text, outcome text, day date,
                   at timestamptz, entry bigint);
            truncate drawn;
            insert into drawn
            select i, '0' || upper(lpad(to_hex(1000 * extract(epoch from at)::bigint), 11, '0')
                          || substr(md5('sale ' || i), 1, 14)),
                   md5('counter ' || i % counters), slot, product,
                   200 + 50 * (i % 20), 'CARD',
            """
                    + OUTCOME
                    + """
                           , day, at, nextval('ledger_entry_number')
                      from part, lateral (select current_date - ago as day) d,
                           generate_series(first, last) i
                      join shelf on slot = 10 + i % 20
                     cross join lateral
                           (select day + interval '1 second'
                                   * (i * 86400 / (last - first + 1) % 86400) as at) t;
                    select setval('ledger_entry_number', nextval('ledger_entry_number')
                           + (select count(*) from drawn))
                    """;

    private static final String SALES =
            """
            insert into ledger_sale (sale, tenant_id, counter_id, receipt_code, currency, way,
                   charged_minor, delivered_minor, refunded_minor, held_minor, outcome,
                   business_date, opened_at, changed_at)
            select sale, 'demonstration', counter_id,
                   substr(sale, 19, 4) || '-' || substr(sale, 23, 4), 'CNY',
                   case outcome when 'UNPAID' then null else way end,
                   case outcome when 'UNPAID' then 0 else price end,
                   case outcome when 'DELIVERED' then price else 0 end,
                   case outcome when 'REFUNDED' then price else 0 end,
                   case outcome when 'CASE' then price else 0 end,
                   outcome, day, at, at
              from drawn
            """;

    private static final String LINES =
            """
            insert into ledger_sale_line (sale, line, tenant_id, slot, product, lot, price_minor,
                   progress)
            select sale, 1, 'demonstration', slot, product, 'L1', price,
                   case outcome when 'DELIVERED' then 'DELIVERED' when 'CASE' then 'HELD'
                        when 'REFUNDED' then 'GIVEN_BACK' else 'OPENED' end
              from drawn
            """;

    private static final String PAYMENTS =
            """
            insert into ledger_payment (sale, attempt, tenant_id, way, amount_minor, reference,
                   approved_at)
            select sale, 1, 'demonstration', lower(way), price, null, at
              from drawn where outcome <> 'UNPAID'
            """;

    private static final String CASES =
            """
            insert into ledger_case (tenant_id, counter_id, sale, line, way, reason, amount_minor,
                   opened_at, heard_at)
            select 'demonstration', counter_id, sale, 1, lower(way), 'unproven-delivery', price,
                   at, at
              from drawn where outcome = 'CASE'
            """;

    /** What was paid, and what became of it. */
    private static final String ENTRIES =
            """
            insert into ledger_entry (id, tenant_id, source, reference, counter_id, sale,
                   business_date, booked_at)
            select entry + part * (select count(*) from drawn), 'demonstration', 'journal',
                   counter_id || '/1/' || 2 * i + part, counter_id, sale, day, at
              from drawn, generate_series(0, 1) part where outcome <> 'UNPAID'
            """;

    private static final String POSTINGS =
            """
            insert into ledger_posting (tenant_id, entry_id, account, unit, amount, booked_at)
            select 'demonstration', entry + part * (select count(*) from drawn), account, unit,
                   amount, at
              from drawn,
                   lateral (values
                       (0, lower(way) || '-clearing', 'CNY', price),
                       (0, 'shopper', 'CNY', -price),
                       (1, 'shopper', 'CNY', price),
                       (1, case outcome when 'DELIVERED' then 'sales' when 'CASE' then 'cases'
                                else lower(way) || '-clearing' end, 'CNY', -price),
                       (1, 'sold', product, case outcome when 'DELIVERED' then 1 end),
                       (1, 'slot', product, case outcome when 'DELIVERED' then -1 end))
                   as p (part, account, unit, amount)
             where outcome <> 'UNPAID' and amount is not null
            """;

    private static final String RECORDS =
            """
            insert into evidence_record (counter_id, seq, hash, bytes, received_at, tenant_id)
            select counter_id, 1000000 + i * 8 + n, sha256(sale::bytea), repeat(sale, 9)::bytea,
                   at, 'demonstration'
              from drawn, generate_series(0, 7) n
            """;
}
