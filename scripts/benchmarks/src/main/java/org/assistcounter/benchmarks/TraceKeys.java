package org.assistcounter.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is asked of a trace: each time other keys, drawn from all that there are. */
final class TraceKeys {
    private final Connection connection;
    private final int times;
    private int turn;

    /**
     * @param times how many keys at once
     * @param turn of another number are other keys
     */
    TraceKeys(Connection connection, int times, int turn) {
        this.connection = connection;
        this.times = times;
        this.turn = turn;
    }

    /** What somebody asks by, and the addresses of so many keys. */
    enum Kind {
        /** The shopper's page by the code on a receipt. */
        RECEIPT(
                """
                select '/trace?code=' || receipt_code
                  from ledger_sale tablesample system (%1$s) repeatable (%2$d)
                 order by md5(sale || '%2$d') limit %3$d
                """),
        /** The shopper's page by the link on a label. */
        LABEL(
                """
                select '/01/' || gtin || '/10/' || lot_code
                  from lots_lot join catalogue_product using (product_code)
                 where gtin <> '' and lot_code ~ '^[A-Za-z0-9-]+$'
                 order by md5(product_code || lot_code || '%2$d') limit %3$d
                """),
        /** The slots of a lot. */
        LOT(
                """
                select '/lots/trace?product=' || product || '&lot=' || lot
                  from (select distinct product, lot from trace_lot) lots
                 order by md5(product || lot || '%2$d') limit %3$d
                """),
        /** The sales of a lot. */
        SALES(
                """
                select '/lots/sales?product=' || product || '&lot=' || lot
                  from (select distinct product, lot from trace_lot) lots
                 order by md5(product || lot || '%2$d') limit %3$d
                """),
        /** The busiest lot, each time behind another of its counters. */
        BUSIEST_LOT(
                """
                select '/lots/trace?product=' || product || '&lot=' || lot || '&after=operator-'
                       || n %% 5 || '~' || md5(n || ' ' || '%2$d') || '~1'
                  from (select product, lot from trace_lot group by 1, 2
                         order by sum(delivered) desc limit 1) busiest,
                       generate_series(1, %3$d) n
                """),
        /** Where some of it are left, the same. */
        BUSIEST_LEFT(
                """
                select '/lots/trace?left=1&product=' || product || '&lot=' || lot || '&after='
                       || 'operator-' || n %% 5 || '~' || md5(n || ' ' || '%2$d') || '~1'
                  from (select product, lot from trace_lot group by 1, 2
                         order by sum(delivered) desc limit 1) busiest,
                       generate_series(1, %3$d) n
                """),
        /** Its sales, the same. */
        BUSIEST_SALES(
                """
                select '/lots/sales?product=' || product || '&lot=' || lot || '&after=operator-'
                       || n %% 5 || '~' || md5(n || ' ' || '%2$d') || '~1~0'
                  from (select product, lot from trace_lot group by 1, 2
                         order by sum(delivered) desc limit 1) busiest,
                       generate_series(1, %3$d) n
                """),
        /** Its sales at one counter. */
        ONE_COUNTER(
                """
                select '/lots/sales?product=' || product || '&lot=' || lot || '&counter=' || label
                  from (select product, lot from trace_lot group by 1, 2
                         order by sum(delivered) desc limit 1) busiest,
                       lateral (select label from counters where label like 'D-%%'
                                 order by md5(label || '%2$d') limit %3$d) c
                """),
        /** What a county sold this month or in one of the two before. */
        COUNTY(
                """
                select '/counties/' || county || '?month='
                       || to_char(current_date - 30 * (row_number() over () %% 3)::int, 'YYYY-MM')
                  from (select distinct county_code as county from catalogue_supplier) counties,
                       generate_series(1, %3$d) n
                 order by md5(county || n || '%2$d') limit %3$d
                """),
        /** Where in a district of those in which it was sold. */
        DISTRICT(
                """
                select '/counties/' || origin || '/' || division_code || '?month='
                       || to_char(month, 'YYYY-MM')
                  from (select distinct origin, division_code, month from trace_district
                         where kind = 'county') places
                 order by md5(origin || division_code || month || '%2$d') limit %3$d
                """),
        /** What of it one site sold. */
        SITE(
                """
                select '/counties/' || origin || '/' || division_code || '/' || site_id || '?month='
                       || to_char(month, 'YYYY-MM')
                  from trace_site tablesample system (%1$s) repeatable (%2$d)
                 where kind = 'county'
                 order by md5(origin || site_id || month || '%2$d') limit %3$d
                """),
        /** All counties of the province. */
        COUNTIES("select '/counties' from generate_series(1, %3$d)"),
        /** The public directory by county. */
        DIRECTORY(
                """
                select '/directory?within=' || county
                  from (select distinct county_code as county from catalogue_supplier) counties,
                       generate_series(1, %3$d) n
                 order by md5(county || n || '%2$d') limit %3$d
                """);

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** As a member of the result. */
        String detail() {
            StringBuilder word = new StringBuilder();
            for (String part : words().split(" ", -1)) {
                word.append(
                        word.isEmpty()
                                ? part
                                : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            return word.toString();
        }
    }

    int times() {
        return times;
    }

    /** Other addresses each time that it is asked. */
    List<String> paths(Kind kind) throws SQLException {
        turn++;
        List<String> found = new ArrayList<>();
        for (String share = "0.1"; found.size() < times; share = "100") {
            found = read(kind.sql.formatted(share, turn, times));
            if (share.equals("100")) {
                break;
            }
        }
        for (int i = 0; found.size() < times; i++) {
            found.add(found.get(i));
        }
        return found;
    }

    private List<String> read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
