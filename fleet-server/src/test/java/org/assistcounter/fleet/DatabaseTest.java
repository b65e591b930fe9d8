package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.database.Database;
import org.assistcounter.fleet.database.DatabasePulse;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the embedded database promises, asked of itself. */
@ExtendWith(RunningServer.class)
class DatabaseTest {

    private final RunningServer.Parts server = RunningServer.parts();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void flushesEveryCommitToDisk(String setting) {
        assertThat(ask("show " + setting, setting)).isEqualTo("on");
    }

    @Test
    void listensToThisMachineOnly() {
        assertThat(ask("show listen_addresses", "listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void answersAgainAfterItWasStoppedAndStarted() {
        Database database = server.bean(Database.class);
        DatabasePulse pulse = server.bean(DatabasePulse.class);

        database.stop();
        assertThat(pulse.isBeating().block()).isFalse();
        database.start();

        Eventually.holds(() -> Boolean.TRUE.equals(pulse.isBeating().block()));
    }

    @Test
    void refusesToChangeTheAudit() {
        var client = server.bean(DatabaseClient.class);

        assertThatThrownBy(() -> client.sql("delete from audit").then().block())
                .hasMessageContaining("append-only");
    }

    /**
     * Without: what no tenant owns, what only names one, the sandbox wallet's own books, and what
     * is a supplier's, whose entry names whose it is.
     */
    @Test
    void namesTheTenantInEveryTableThatBelongsToSomebody() {
        String without =
                """
                select coalesce(string_agg(t.table_name, ' ' order by t.table_name), '') as names
                  from information_schema.tables t
                 where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                   and not exists (select 1 from information_schema.columns c
                                    where c.table_name = t.table_name
                                      and c.column_name = 'tenant_id')
                """;

        assertThat(ask(without, "names"))
                .isEqualTo(
                        "catalogue_application catalogue_exclusion catalogue_mark catalogue_paper"
                            + " catalogue_price catalogue_product catalogue_step"
                            + " evidence_cosignature evidence_log evidence_tile evidence_tree_head"
                            + " flyway_schema_history link_refusals lots_inspection lots_lot"
                            + " reconciliation_day shards_instance shards_lease trace_day"
                            + " trace_origin wallets_bill wallets_bill_line wallets_sandbox_order"
                            + " wallets_sandbox_refund");
    }

    @Test
    void refusesASecondServerOnTheSameDirectoryInWords() {
        assertThatThrownBy(() -> DataDirectory.open(server.data()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("Another fleet server already runs");
    }

    @Test
    void keepsSecretsReadableForTheirOwnerOnly() throws IOException {
        for (String name : List.of("keys/authority.p12", "keys/password", "demonstration.key")) {
            assertThat(Files.getPosixFilePermissions(server.data().resolve(name)))
                    .as(name)
                    .hasSize(2);
        }
    }

    private String ask(String question, String column) {
        return server.bean(DatabaseClient.class)
                .sql(question)
                .map(row -> Columns.text(row, column))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
