package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counter whose journal was spoilt stays up with its closed page, and touches nothing. */
class ClosedCounterTest {
    private static final int TRIES = 200;
    private static final long PAUSE_MILLIS = 100;

    @TempDir private Path data = Path.of("");

    @Test
    void staysUpWithItsPageAndLeavesTheJournalAsItIs() throws Exception {
        Path journal = spoilt();
        byte[] before = Files.readAllBytes(journal);
        AtomicReference<Throwable> end = new AtomicReference<>();
        int port = freePort();
        RunningCounter counter = new RunningCounter(arguments(port));
        Thread life =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                counter.runUntilStopped();
                            } catch (IOException
                                    | InterruptedException
                                    | GeneralSecurityException e) {
                                end.set(e);
                            }
                        });

        assertThat(page(port)).contains("<html");
        assertThat(life.isAlive()).isTrue();
        life.interrupt();
        life.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        assertThat(Files.readAllBytes(journal)).isEqualTo(before);
    }

    private Path spoilt() throws IOException {
        Path folder = Files.createDirectories(Identity.folder(data));
        try (InputStream kept =
                ClosedCounterTest.class.getResourceAsStream(
                        "/agent/enrolment-without-cooling.json")) {
            String old =
                    new String(Objects.requireNonNull(kept).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve(Identity.ENROLMENT),
                    old.replaceFirst(
                            "\\{",
                            """
                            {"fleetOrigin": "https://fleet.example", "caCertificate": "",
                            "checkpointKey": "AAAA", "answerKey": "AAAA",
                            "mqtt": {"host": "localhost", "port": 1},\
                            """));
        }
        Files.writeString(
                folder.resolve(Identity.JOURNAL_KEY),
                Base64.getEncoder().encodeToString(new byte[32]));
        Files.writeString(data.resolve("wiring"), "cashless=tcp://127.0.0.1:1 wafer\n");
        Path journal = data.resolve(RunningCounter.JOURNAL);
        return Files.writeString(journal, "no journal any more ".repeat(1_000));
    }

    private Arguments arguments(int port) {
        return Arguments.of(
                List.of(
                        "run",
                        "--data",
                        data.toString(),
                        "--wiring",
                        data.resolve("wiring").toString(),
                        "--screen-port",
                        String.valueOf(port)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String page(int port) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int tried = 0; tried < TRIES; tried++) {
                try {
                    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                } catch (IOException notYet) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
        throw new AssertionError("no page came");
    }
}
