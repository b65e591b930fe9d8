package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.assistcounter.fleet.database.DatabaseAddress;
import org.assistcounter.fleet.database.Migrations;
import org.assistcounter.fleet.settings.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that an earlier version has filled becomes one of this version. */
@ExtendWith(RunningServer.class)
class MigrationsTest {

    private static final String USER = "fleet";
    private static final String BEFORE_TENANTS = "60";
    private static final String FILL =
            """
            insert into tenants values ('weinan', '渭南', 'Weinan', now());
            insert into sites values ('s', 'weinan', 'metro', '站', 'S', '610500', 2025,
                   'Asia/Shanghai', now());
            insert into counters values (repeat('a', 32), 'weinan', 's', 'L', 'active', '', '', '',
                   now());
            insert into evidence_head values (repeat('a', 32), 1, 1, 1, 'h', 0, 0, 0, 0);
            insert into evidence_record values (repeat('a', 32), 1, 'h', 'b', now());
            insert into wallets_attempt (attempt, tenant_id, counter_id, amount_minor, currency,
                   state, code, ordered_at)
            values ('A-1', 'weinan', repeat('a', 32), 5, 'CNY', 'paid', '', now());
            insert into wallets_refund values ('A-1-r1', 'A-1', 5, 'jam', 'refunding', now());
            insert into ledger_entry (tenant_id, source, reference, counter_id, business_date,
                   booked_at)
            values ('weinan', 'journal', 'r', repeat('a', 32), '2026-11-01', now());
            insert into ledger_posting values (1, 'sales', 'CNY', 5), (1, 'shopper', 'CNY', -5);
            """;

    private static final String BEFORE_ENDS = "170";
    private static final String BEFORE_LOGGED = "180";

    /** Of one journal the newest is neither the first nor the last that was written. */
    private static final String LEAVES =
            """
            insert into evidence_leaf (leaf_index, tenant_id, counter_id, epoch, seq, hash,
                   appended_at)
            values (0, 'weinan', repeat('a', 32), 1, 1, 'h', now()),
                   (1, 'xian', repeat('b', 32), 1, 7, 'h', now()),
                   (2, 'weinan', repeat('a', 32), 1, 3, 'h', now()),
                   (3, 'weinan', repeat('a', 32), 1, 2, 'h', now());
            """;

    private static final String NEWER =
            """
            insert into flyway_schema_history (installed_rank, version, description, type, script,
                   checksum, installed_by, execution_time, success)
            values (10000, '9999', 'of a newer version', 'SQL', 'V9999__newer.sql', 0, 'fleet', 1,
                    true)
            """;

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void givesEveryKeptRowTheTenantOfItsCounterAndGuardsItAgain() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.pg() + "/";
        try (Connection connection = connect(url + "postgres")) {
            run(connection, "create database earlier");
        }
        flyway(url, "earlier").target(BEFORE_TENANTS).load().migrate();

        try (Connection connection = connect(url + "earlier")) {
            run(connection, FILL);
            flyway(url, "earlier").load().migrate();

            for (String table :
                    new String[] {
                        "evidence_head", "evidence_record", "wallets_refund", "ledger_posting"
                    }) {
                assertThat(tenants(connection, table)).as(table).isEqualTo("weinan");
            }
            for (String table : new String[] {"evidence_record", "ledger_posting"}) {
                assertThatThrownBy(() -> run(connection, "delete from " + table))
                        .hasMessageContaining("never changed");
            }
        }
    }

    @Test
    void readsTheEndOfEachCertificateThatIsInForce() throws SQLException {
        TestCounter.Enrolled card = TestCounter.enrol(server, "MI-0001");
        String url = "jdbc:postgresql://127.0.0.1:" + server.pg() + "/";
        try (Connection connection = connect(url + "postgres")) {
            run(connection, "create database unread");
        }
        flyway(url, "unread").target(BEFORE_TENANTS).load().migrate();
        try (Connection connection = connect(url + "unread")) {
            run(connection, FILL);
            flyway(url, "unread").target(BEFORE_ENDS).load().migrate();
            run(connection, secondKey(card.certificate()));
            flyway(url, "unread").load().migrate();

            assertThat(
                            text(
                                    connection,
                                    "select extract(epoch from certificate_ends_at)::bigint"
                                            + " from counters"))
                    .isEqualTo(String.valueOf(card.end().getEpochSecond()));
        }
    }

    @Test
    void knowsOfEachJournalTheNewestLeafThatWasThereBefore() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.pg() + "/";
        try (Connection connection = connect(url + "postgres")) {
            run(connection, "create database unknown_leaves");
        }
        flyway(url, "unknown_leaves").target(BEFORE_LOGGED).load().migrate();
        try (Connection connection = connect(url + "unknown_leaves")) {
            run(connection, LEAVES);
            flyway(url, "unknown_leaves").load().migrate();

            assertThat(
                            text(
                                    connection,
                                    "select string_agg(left(counter_id, 1) || seq || tenant_id,"
                                            + " ' ' order by counter_id) from evidence_logged"))
                    .isEqualTo("a3weinan b7xian");
        }
    }

    /**
     * The counter was given another key; that its first certificate cannot be read is no matter.
     */
    private static String secondKey(byte[] certificate) {
        return """
        update counters set epoch = 2, enrolment_certificate = 'not base64';
        insert into counters_key (counter_id, tenant_id, epoch, journal_public_key,
               certificate_serial, certificate, from_seq, note, since)
        values (repeat('a', 32), 'weinan', 2, '', '', '%s', 2, 'n', now());
        """
                .formatted(Base64.getEncoder().encodeToString(certificate));
    }

    /** With two instances the newer one migrates, and the older may be started again beside it. */
    @Test
    void anOlderVersionStartsOnTheTablesOfANewerOne() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.pg() + "/";
        try (Connection connection = connect(url + "postgres")) {
            run(connection, "create database newer");
        }
        DatabaseAddress address =
                new DatabaseAddress("127.0.0.1", server.pg(), "newer", USER, password());
        Migrations.run(address);
        try (Connection connection = connect(url + "newer")) {
            run(connection, NEWER);

            assertThatCode(() -> Migrations.run(address)).doesNotThrowAnyException();
        }
    }

    /** Sales go on: a start that would have to wait fails, and is tried again. */
    @Test
    void waitsForNoLockLongerThanFiveSeconds() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.pg() + "/";
        try (Connection connection = connect(url + "postgres")) {
            run(connection, "create database busy");
        }
        DatabaseAddress address =
                new DatabaseAddress("127.0.0.1", server.pg(), "busy", USER, password());
        flyway(url, "busy").target(BEFORE_TENANTS).load().migrate();
        try (Connection selling = connect(url + "busy")) {
            selling.setAutoCommit(false);
            run(selling, "lock table evidence_record in row exclusive mode");

            assertThatThrownBy(() -> Migrations.run(address))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lock timeout");
        }
        assertThatCode(() -> Migrations.run(address)).doesNotThrowAnyException();
    }

    private FluentConfiguration flyway(String url, String database) {
        return Flyway.configure()
                .dataSource(url + database, USER, password())
                .locations("classpath:db/migration");
    }

    private String password() {
        try {
            return Files.readString(server.data().resolve("postgresql/password")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, USER, password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String tenants(Connection connection, String table) throws SQLException {
        return text(connection, "select string_agg(distinct tenant_id, ' ') from " + table);
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
