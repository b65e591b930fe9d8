package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real process, killed as a power cut would, over its own data directory. */
@Tag("slow")
class KilledServerTest {

    private static final int STOP_SECONDS_MAX = 10;

    private final ServerProcess server = new ServerProcess();

    @Test
    void startsAgainAfterAKillAndStopsWithItsDatabaseWhenAsked() throws Exception {
        Process killed = server.start();
        long database = databaseProcess();

        assertThat(killed.destroyForcibly().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        Process second = server.start();
        assertThat(databaseProcess()).as("the orphan is adopted").isEqualTo(database);
        second.destroy();

        assertThat(second.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(note()).doesNotExist();
    }

    private long databaseProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(note()).getFirst().strip());
    }

    private Path note() {
        return server.data().resolve("postgresql/cluster/postmaster.pid");
    }
}
