package org.assistcounter.counter.journal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.journal.JournalRecord;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The journal in one SQLite file. FULL and not NORMAL: in WAL mode NORMAL does not sync at commit,
 * and a power cut then loses sales that were already dispensed (reliability page, section 2.4). The
 * first record may have any number: the card may have been given the place of another.
 */
public final class SqliteJournalStore implements JournalStore {
    private static final String INSERT = "INSERT INTO journal_record (seq, bytes) VALUES (?, ?)";
    private static final String ONE_MORE = ", (?, ?)";
    private static final int VALUES_A_RECORD = 2;

    /** 16 MB of log, for a counter that finds no quiet hour; an append that fills it waits. */
    private static final int LOG_PAGES_MAX = 4_096;

    private final Connection connection;

    /** For one record, prepared once: a shopper waits for each append. */
    private @Nullable PreparedStatement insertOne;

    private SqliteJournalStore(Connection connection) {
        this.connection = connection;
    }

    /** Opens the file for the one writer, making it when there is none. */
    public static SqliteJournalStore open(Path file) {
        try {
            Connection connection = connect(file, false);
            try {
                Soundness.check(connection);
                Durability.check(connection);
                Migrations.run(connection);
            } catch (SQLException | JournalFailure e) {
                connection.close();
                throw e;
            }
            return new SqliteJournalStore(connection);
        } catch (SQLException e) {
            throw Soundness.failure("cannot open the journal " + file, e);
        }
    }

    /** Opens an existing journal to read beside its writer. */
    public static SqliteJournalStore openToRead(Path file) {
        try {
            return new SqliteJournalStore(connect(file, true));
        } catch (SQLException e) {
            throw Soundness.failure("cannot read the journal " + file, e);
        }
    }

    static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(LOG_PAGES_MAX));
        config.setBusyTimeout(5_000);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    /** One statement is one transaction: all of the records, or none. */
    @Override
    public void append(List<JournalRecord> records) {
        try {
            if (records.size() == 1) {
                insert(records, insertOne());
            } else if (!records.isEmpty()) {
                String all = INSERT + ONE_MORE.repeat(records.size() - 1);
                try (PreparedStatement statement = connection.prepareStatement(all)) {
                    insert(records, statement);
                }
            }
        } catch (SQLException e) {
            throw Soundness.failure("cannot write the journal", e);
        }
    }

    private PreparedStatement insertOne() throws SQLException {
        PreparedStatement prepared = insertOne;
        if (prepared == null) {
            prepared = connection.prepareStatement(INSERT);
            insertOne = prepared;
        }
        return prepared;
    }

    private static void insert(List<JournalRecord> records, PreparedStatement statement)
            throws SQLException {
        int value = 1;
        for (JournalRecord record : records) {
            statement.setLong(value, record.header().seq());
            statement.setBytes(value + 1, record.bytes());
            value += VALUES_A_RECORD;
        }
        statement.executeUpdate();
    }

    @Override
    public List<byte[]> read(long fromSeq, int limit) {
        String select =
                """
                SELECT bytes FROM journal_record WHERE seq >= ? ORDER BY seq LIMIT ?
                """;
        List<byte[]> records = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, fromSeq);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(bytes(rows));
                }
            }
            return records;
        } catch (SQLException e) {
            throw Soundness.failure("cannot read the journal", e);
        }
    }

    @Override
    public void forEach(Consumer<byte[]> consumer) {
        String select =
                """
                SELECT bytes FROM journal_record ORDER BY seq
                """;
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.accept(bytes(rows));
            }
        } catch (SQLException e) {
            throw Soundness.failure("cannot read the journal", e);
        }
    }

    /** In a damaged file a record's place may hold nothing, whatever the table says. */
    private static byte[] bytes(ResultSet rows) throws SQLException {
        byte[] bytes = rows.getBytes(1);
        if (bytes == null) {
            throw new JournalDamaged("a record of the journal has lost its bytes");
        }
        return bytes;
    }

    @Override
    public long newestSeq() {
        String select =
                """
                SELECT coalesce(max(seq), 0) FROM journal_record
                """;
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw Soundness.failure("cannot read the journal", e);
        }
    }

    /** Moves the log into the file as far as no reader is in the way. */
    @Override
    public void tidy() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            throw new JournalFailure("cannot tidy the journal", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Soundness.failure("cannot close the journal", e);
        }
    }
}
