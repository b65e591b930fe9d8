package org.assistcounter.counter.journal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalFailure;
import org.sqlite.SQLiteErrorCode;

/**
 * Whether a file is still the one that was written. SQLite's own check sees pages that reading the
 * records in their order would not touch and that the next record would be written into.
 */
final class Soundness {
    private static final String SOUND = "ok";
    private static final Set<Integer> DAMAGED =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

    /** An extended code has the plain one in its lowest byte. */
    private static final int PLAIN = 0xFF;

    private Soundness() {}

    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = rows.next() ? rows.getString(1) : "nothing";
            if (!SOUND.equals(found)) {
                throw new JournalDamaged("SQLite finds in the journal: " + found);
            }
        }
    }

    /** A failure of the journal, by what SQLite says of it. */
    static JournalFailure failure(String what, SQLException cause) {
        return DAMAGED.contains(cause.getErrorCode() & PLAIN)
                ? new JournalDamaged(what, cause)
                : new JournalFailure(what, cause);
    }
}
