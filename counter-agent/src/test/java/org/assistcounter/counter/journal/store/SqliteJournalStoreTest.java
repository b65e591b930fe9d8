package org.assistcounter.counter.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalFailure;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.JournalStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real store: the contract, and what only a file on a disk can promise. */
class SqliteJournalStoreTest extends JournalStoreContract {
    private static final int PAGE = 4_096;

    @TempDir private Path folder = Path.of("");

    @Override
    protected JournalStore open() {
        return SqliteJournalStore.open(file());
    }

    @Test
    void syncsEveryCommit() throws SQLException {
        try (Connection connection = SqliteJournalStore.connect(file(), false)) {
            assertThat(Durability.of(connection)).isEqualTo(new Durability("wal", 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA synchronous=NORMAL", "PRAGMA journal_mode=DELETE"})
    void refusesAConnectionThatMayLoseACommit(String weaker) throws SQLException {
        Path other = folder.resolve("other.sqlite");
        try (Connection connection = SqliteJournalStore.connect(other, false);
                Statement statement = connection.createStatement()) {
            Durability.check(connection);
            statement.execute(weaker);

            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> Durability.check(connection))
                    .withMessageContaining("would not keep");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal_record SET bytes = x'00' WHERE seq = 2",
                "UPDATE journal_record SET seq = 9 WHERE seq = 2",
                "DELETE FROM journal_record WHERE seq = 5",
                "DELETE FROM journal_record",
                "INSERT INTO journal_record (seq, bytes) VALUES (7, x'00')",
                "INSERT OR REPLACE INTO journal_record (seq, bytes) VALUES (2, x'00')"
            })
    void refusesToChangeWhatIsWritten(String statement) throws SQLException {
        try (JournalStore store = open()) {
            store.append(Chains.beats(5));
            List<byte[]> before = store.read(1, 10);

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(statement));
            assertThat(store.read(1, 10)).containsExactlyElementsOf(before);
        }
    }

    @Test
    void refusesAJournalOfANewerAgent() throws SQLException {
        execute("PRAGMA user_version = 99");

        assertThatExceptionOfType(JournalFailure.class)
                .isThrownBy(this::open)
                .withMessage("the journal has version 99, made by a newer agent");
    }

    @Test
    void saysThatARecordOfADamagedFileHasLostItsBytes() throws SQLException {
        Path damaged = folder.resolve("damaged.sqlite");
        try (Connection connection = SqliteJournalStore.connect(damaged, false);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    """
                    CREATE TABLE journal_record (seq INTEGER PRIMARY KEY, bytes BLOB);
                    INSERT INTO journal_record (seq, bytes) VALUES (1, NULL);
                    PRAGMA user_version = 1;
                    """);
        }

        try (JournalStore store = SqliteJournalStore.open(damaged)) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> store.read(1, 10))
                    .withMessage("a record of the journal has lost its bytes");
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> store.forEach(_ -> {}));
        }
    }

    /** No page of the file may be spoilt without a word, and the file is left as it is. */
    @Test
    void refusesAFileWithASpoiltPageAndLeavesItAsItIs() throws IOException {
        Path spoilt = folder.resolve("spoilt.sqlite");
        try (JournalStore store = SqliteJournalStore.open(spoilt)) {
            store.append(Chains.beats(200));
        }
        byte[] bytes = Files.readAllBytes(spoilt);
        Arrays.fill(bytes, 2 * PAGE, 3 * PAGE, (byte) 0x5A);
        Files.write(spoilt, bytes);

        assertThatExceptionOfType(JournalDamaged.class)
                .isThrownBy(() -> SqliteJournalStore.open(spoilt));
        assertThat(Files.readAllBytes(spoilt)).isEqualTo(bytes);
    }

    @Test
    void refusesAFileThatIsNoJournalAtAll() throws IOException {
        Path other = folder.resolve("no.sqlite");
        Files.writeString(other, "something else ".repeat(1_000));

        assertThatExceptionOfType(JournalDamaged.class)
                .isThrownBy(() -> SqliteJournalStore.open(other));
    }

    @Test
    void readsBesideItsWriter() {
        try (JournalStore writer = open();
                JournalStore reader = SqliteJournalStore.openToRead(file())) {
            writer.append(Chains.beats(2));
            assertThat(reader.newestSeq()).isEqualTo(2);

            writer.append(Chains.beats(3).subList(2, 3));
            assertThat(reader.read(3, 1)).hasSize(1);
        }
    }

    @Test
    void needsItsLogNoMoreWhenItIsTidied() throws IOException {
        Path copy = folder.resolve("copy.sqlite");
        try (JournalStore store = open()) {
            store.append(Chains.beats(5));
            store.tidy();
            Files.copy(file(), copy);
        }
        try (JournalStore store = SqliteJournalStore.open(copy)) {
            assertThat(store.newestSeq()).isEqualTo(5);
        }
    }

    @Test
    void cannotBeWrittenByAReader() {
        try (JournalStore reader = SqliteJournalStore.openToRead(file())) {
            assertThatExceptionOfType(JournalFailure.class)
                    .isThrownBy(() -> reader.append(Chains.beats(1)));
        }
    }

    @Test
    void keepsAThousandRecordsInOrder() {
        try (JournalStore store = open()) {
            store.append(Chains.beats(1_000));
            List<byte[]> all = new ArrayList<>();
            store.forEach(all::add);

            assertThat(all).hasSize(1_000);
            assertThat(store.read(937, 64)).hasSize(64);
        }
    }

    private Path file() {
        return folder.resolve("journal.sqlite");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
