package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * A hundred days of a province's counters that sell the lots of its registry, as sales and as the
 * trace counts them; the books beside them are {@link LedgerSample}'s. A few lots sell much more
 * than the others, and one of them as much as a twentieth of everything.
 */
final class TraceSample {
    private static final int DAYS_MAX = 100;
    private static final int COUNTERS_A_SITE = 10;
    private static final double NANOS = 1_000_000_000;

    private final Connection connection;
    private final PrintStream people;
    private final int counters;
    private final long sales;

    TraceSample(Connection connection, PrintStream people, int counters, long sales) {
        this.connection = connection;
        this.people = people;
        this.counters = counters;
        this.sales = sales;
    }

    private long days() {
        return Math.min(DAYS_MAX, Math.max(1, sales / counters));
    }

    /** Waits until the server has filled its registry. */
    static void awaitRegistry(Connection connection) throws SQLException, InterruptedException {
        long lots = -1;
        while (lots <= 0 || lots != count(connection)) {
            lots = count(connection);
            Thread.sleep(2_000);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from lots_lot")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Returns when statistics are gathered and all is on disk. */
    void write() throws SQLException {
        long begin = System.nanoTime();
        run("set timezone = 'UTC'");
        run("alter system set max_wal_size = '8GB'");
        run("alter system set checkpoint_timeout = '1h'");
        run("select pg_reload_conf()");
        run(
                "create temp table part (counters int, per_site int, ago int, first bigint, last"
                        + " bigint)");
        run("insert into part values (%d, %d, 0, 0, 0)".formatted(counters, COUNTERS_A_SITE));
        run(LOTS);
        run(OPERATORS);
        run(SITES);
        run(COUNTERS);
        run(STOCK);
        days(begin);
        run("set work_mem = '512MB'");
        for (String sums : TraceSums.IN_ORDER) {
            run(sums);
        }
        run("vacuum analyze");
        run("alter system reset max_wal_size");
        run("alter system reset checkpoint_timeout");
        run("checkpoint");
        people.printf(Locale.ROOT, "counted, %.0f s%n", (System.nanoTime() - begin) / NANOS);
    }

    private void days(long begin) throws SQLException {
        long before = 0;
        for (long ago = days() - 1; ago >= 0; ago--) {
            long until = sales * (days() - ago) / days();
            run(
                    "update part set ago = %d, first = %d, last = %d"
                            .formatted(ago, before, until - 1));
            run(DRAWN);
            run(SALES);
            run("set session_replication_role = replica");
            run(LINES);
            run("set session_replication_role = origin");
            run(UNITS);
            before = until;
            people.printf(
                    Locale.ROOT,
                    "%d of %d sales written, %.0f s%n",
                    until,
                    sales,
                    (System.nanoTime() - begin) / NANOS);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final String LOTS =
            """
            create temp table lots as
            select row_number() over (order by md5(product_code || lot_code)) - 1 as n,
                   product_code, lot_code, price_minor
              from lots_lot join catalogue_product using (product_code);
            create unique index on lots (n);
            analyze lots
            """;

    private static final String OPERATORS =
            """
            insert into tenants (tenant_id, kind, name_zh, name_en, created_at)
            select 'operator-' || n, 'operator', '示例运营 ' || n, 'Sample operator ' || n, now()
              from generate_series(0, 4) n;
            -- Who looks sees all of them.
            update tenants set kind = 'platform' where tenant_id = 'demonstration'
            """;

    private static final String SITES =
            """
            insert into sites (site_id, tenant_id, venue, name_zh, name_en, division_code,
                   division_year, zone, created_at)
            select 'site-' || n, 'operator-' || n % 5, 'metro-station', '示例站 ' || n, 'Sample ' || n,
                   (array['610102', '610103', '610104', '610111', '610112', '610113', '610202',
                          '610302', '610402', '610502', '610602', '610702', '610802', '610902',
                          '611002'])[1 + n % 15], 2024, 'Asia/Shanghai', now()
              from part, generate_series(0, (counters - 1) / per_site) n
            """;

    private static final String COUNTERS =
            """
            insert into counters (counter_id, tenant_id, site_id, label, status,
                   journal_public_key, certificate_serial, enrolment_certificate, enrolled_at,
                   last_seen_at, last_seq)
            select md5('counter ' || n), 'operator-' || n / per_site % 5, 'site-' || n / per_site,
                   'D-' || lpad(n::text, 5, '0'), 'active', repeat('A', 43) || '=',
                   md5(n::text), repeat('A', 900), now() - interval '200 days', now(), 100
              from part, generate_series(0, counters - 1) n
            """;

    /** Which lot lies in a slot in a stretch of ten days; the first lots lie in many. */
    private static final String LOT_OF =
            """
            floor((select count(*) from lots)
                  * power(('x' || substr(md5(c || ' ' || slot || ' ' || stretch), 1, 7))
                          ::bit(28)::int / 268435456.0, 3))::int\
            """;

    private static final String STOCK =
            """
            insert into stock_slot (tenant_id, counter_id, slot, product, lot, quantity, is_on,
                   off_reason, changed_at)
            select 'operator-' || c / per_site % 5, md5('counter ' || c), slot, product_code,
                   lot_code, (c + slot) % 9, true, '', now()
              from (select c, slot, per_site,
            """
                    + LOT_OF
                    + """
                                   as n
                              from part, generate_series(0, counters - 1) c,
                                   generate_series(10, 29) slot,
                                   lateral (values (0)) s (stretch)) lies
                      join lots using (n)
                    """;

    private static final String DRAWN =
            """
            create temp table if not exists drawn (i bigint, sale text, tenant text,
                   counter_id text, slot int, product text, lot text, price bigint,
                   outcome text, day date, at timestamptz);
            truncate drawn;
            insert into drawn
            select i, '0' || upper(lpad(to_hex(1000 * extract(epoch from at)::bigint), 11, '0')
                          || substr(md5('sale ' || i), 1, 14)),
                   'operator-' || c / per_site % 5, md5('counter ' || c), slot,
                   product_code, lot_code, price_minor,
                   case when i % 1000 = 7 then 'CASE' when i % 50 = 3 then 'REFUNDED'
                        else 'DELIVERED' end, day, at
              from (select i, per_site, i % counters as c,
                           10 + (i / counters * 7 + i) % 20 as slot,
                           ago / 10 as stretch, current_date - ago as day,
                           current_date - ago + interval '1 second'
                               * (i * 86400 / (last - first + 1) % 86400) as at
                      from part, generate_series(first, last) i) x
              join lateral (select
            """
                    + LOT_OF
                    + """
                                    as n) l on true
                      join lots using (n)
                    """;

    private static final String SALES =
            """
            insert into ledger_sale (sale, tenant_id, counter_id, receipt_code, currency, way,
                   charged_minor, delivered_minor, refunded_minor, held_minor, outcome,
                   business_date, opened_at, changed_at)
            select sale, tenant, counter_id,
                   substr(sale, 19, 4) || '-' || substr(sale, 23, 4), 'CNY', 'CARD', price,
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
            select sale, 1, tenant, slot, product, lot, price,
                   case outcome when 'DELIVERED' then 'DELIVERED' when 'CASE' then 'HELD'
                        else 'GIVEN_BACK' end
              from drawn
            """;

    private static final String UNITS =
            """
            insert into trace_unit (product, lot, tenant_id, counter_id, opened_at, sale, line,
                   slot, price_minor, is_proven)
            select product, lot, tenant, counter_id, at, sale, 1, slot, price,
                   outcome = 'DELIVERED'
              from drawn where outcome <> 'REFUNDED'
             order by at
            """;
}
