package org.assistcounter.powercuts;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assistcounter.counter.journal.store.SqliteJournalStore;

/**
 * SQLite's setting. The shipped store has FULL and refuses to open with less, and no option of it
 * says otherwise; so the connection of an open store is weakened behind its back.
 */
enum Synchronous {
    OFF(0),
    NORMAL(1),
    FULL(2);

    private final int number;

    Synchronous(int number) {
        this.number = number;
    }

    void putOn(SqliteJournalStore store) {
        try {
            Connection connection = connectionOf(store);
            boolean commitsEach = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                if (this != FULL) {
                    statement.execute("PRAGMA synchronous=" + name());
                }
                check(statement);
            }
            connection.setAutoCommit(commitsEach);
        } catch (ReflectiveOperationException | SQLException e) {
            throw new IllegalStateException("the store is not the one that this knows", e);
        }
    }

    private void check(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("PRAGMA synchronous")) {
            int found = rows.next() ? rows.getInt(1) : -1;
            if (found != number) {
                throw new IllegalStateException("synchronous is " + found + " and not " + this);
            }
        }
    }

    private static Connection connectionOf(SqliteJournalStore store)
            throws ReflectiveOperationException {
        Field field = SqliteJournalStore.class.getDeclaredField("connection");
        field.setAccessible(true);
        return (Connection) field.get(store);
    }
}
