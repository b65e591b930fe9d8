package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real process, killed as a power cut would, over its own data directory. */
@Tag("slow")
class KilledServerTest {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int STOP_SECONDS_MAX = 10;
    private static final int HTTP_OK = 200;

    private final Path data = RunningServer.newDataDirectory();
    private final int http = RunningServer.freePort();
    private final int mqtt = RunningServer.freePort();
    private final int postgres = RunningServer.freePort();

    @Test
    void startsAgainAfterAKillAndStopsWithItsDatabaseWhenAsked() throws Exception {
        Process killed = start();
        Eventually.holds(START_PATIENCE, this::isUp);
        long database = databaseProcess();

        assertThat(killed.destroyForcibly().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        Process second = start();
        Eventually.holds(START_PATIENCE, this::isUp);
        assertThat(databaseProcess()).as("the orphan is adopted").isEqualTo(database);
        second.destroy();

        assertThat(second.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(data.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        FleetServer.class.getName()));
        command.addAll(List.of(RunningServer.settings(data, http, mqtt, postgres)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile())
                .start();
    }

    private boolean isUp() {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + http + "/health"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
                    == HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long databaseProcess() throws IOException {
        Path note = data.resolve("postgresql/cluster/postmaster.pid");
        return Long.parseLong(Files.readAllLines(note).getFirst().strip());
    }
}
