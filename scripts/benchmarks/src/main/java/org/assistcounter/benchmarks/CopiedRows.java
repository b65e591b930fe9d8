package org.assistcounter.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** All rows that ingest writes: taken out, and copied back into the same tables, then empty. */
final class CopiedRows {
    private static final int REFUND_TRIES = 600;
    private static final int REFUND_PAUSE_MILLIS = 100;
    private static final double NANOS = 1_000_000_000;

    /** In the order in which their keys ask for each other. */
    private static final List<String> TABLES =
            List.of(
                    "evidence_head",
                    "evidence_record",
                    "ledger_sale",
                    "ledger_sale_line",
                    "ledger_payment",
                    "ledger_case",
                    "ledger_reference",
                    "ledger_entry",
                    "ledger_posting",
                    "ledger_balance",
                    "stock_slot",
                    "wallets_attempt",
                    "wallets_refund");

    private CopiedRows() {}

    /** How many rows, and how long the database took. */
    record Copy(long rows, double seconds) {}

    static Copy through(Connection connection, PrintStream people)
            throws SQLException, IOException {
        // Refunds are settled beside: all tables as of one moment.
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, byte[]> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            manager.copyOut("copy (select * from " + table + ") to stdout (format binary)", out);
            rows.put(table, out.toByteArray());
        }
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", TABLES) + " cascade");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("checkpoint");
            connection.setAutoCommit(false);
        }
        long count = 0;
        long start = System.nanoTime();
        for (Map.Entry<String, byte[]> table : rows.entrySet()) {
            String copy = "copy " + table.getKey() + " from stdin (format binary)";
            long began = System.nanoTime();
            long added = manager.copyIn(copy, new ByteArrayInputStream(table.getValue()));
            people.printf(
                    Locale.ROOT,
                    "  %-16s %8d rows in %6.2f s%n",
                    table.getKey(),
                    added,
                    (System.nanoTime() - began) / NANOS);
            count += added;
        }
        connection.commit();
        return new Copy(count, (System.nanoTime() - start) / NANOS);
    }

    /** The server sends wallets' money back beside; until then it writes more than ingest did. */
    static void awaitRefunds(Connection connection) throws SQLException, InterruptedException {
        String open = "wallets_refund where state = 'refunding'";
        for (int tries = 0; count(connection, open) > 0; tries++) {
            if (tries == REFUND_TRIES) {
                throw new IllegalStateException("refunds are not made");
            }
            Thread.sleep(REFUND_PAUSE_MILLIS);
        }
    }

    static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
