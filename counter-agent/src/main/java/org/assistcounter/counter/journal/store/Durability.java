package org.assistcounter.counter.journal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assistcounter.counter.journal.JournalFailure;

/**
 * How a connection commits. SQLite falls back without a word where a file system has no WAL, so
 * what is in force is asked and not assumed.
 *
 * @param synchronous SQLite's number; 2 is FULL
 */
record Durability(String journalMode, int synchronous) {
    private static final Durability WANTED = new Durability("wal", 2);

    static Durability of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Durability(
                    text(statement, "PRAGMA journal_mode"),
                    Integer.parseInt(text(statement, "PRAGMA synchronous")));
        }
    }

    static void check(Connection connection) throws SQLException {
        Durability found = of(connection);
        if (!found.equals(WANTED)) {
            throw new JournalFailure("the journal would not keep what it commits: " + found);
        }
    }

    private static String text(Statement statement, String pragma) throws SQLException {
        try (ResultSet rows = statement.executeQuery(pragma)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
