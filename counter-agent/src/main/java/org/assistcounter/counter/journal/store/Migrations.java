package org.assistcounter.counter.journal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assistcounter.counter.journal.JournalFailure;

/** Brings a journal file to the newest form, forward only, counted by SQLite's user version. */
final class Migrations {
    private static final List<String> FILES =
            List.of("V0001__journal_records.sql", "V0002__journal_begins_anywhere.sql");

    private Migrations() {}

    static void run(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > FILES.size()) {
            throw new JournalFailure(
                    "the journal has version " + version + ", made by a newer agent");
        }
        connection.setAutoCommit(false);
        for (int next = version; next < FILES.size(); next++) {
            apply(connection, FILES.get(next), next + 1);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void apply(Connection connection, String file, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(read(file));
            statement.executeUpdate("PRAGMA user_version = " + version);
        }
    }

    private static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream("/journal/" + file)) {
            if (in == null) {
                throw new JournalFailure("the migration " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalFailure("cannot read the migration " + file, e);
        }
    }
}
