package org.assistcounter.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A server in a process of its own, over its own data directory and ports. */
final class ServerProcess {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int HTTP_OK = 200;

    private final Path data = RunningServer.newDataDirectory();
    private final int http = RunningServer.freePort();
    private final int mqtt = RunningServer.freePort();
    private final int postgres = RunningServer.freePort();

    Path data() {
        return data;
    }

    String origin() {
        return "http://localhost:" + http;
    }

    /** Its database, while it runs, for what no page does. */
    Connection database() throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/fleet".formatted(postgres);
        String word = Files.readString(data.resolve("postgresql/password")).strip();
        return DriverManager.getConnection(url, "fleet", word);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param own settings instead of those that servers of tests have
     */
    Process start(String... own) throws IOException {
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
        List<String> names = Stream.of(own).map(ServerProcess::name).toList();
        Stream.of(RunningServer.settings(data, http, mqtt, postgres))
                .filter(setting -> !names.contains(name(setting)))
                .forEach(command::add);
        command.addAll(List.of(own));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("server.log").toFile())
                        .start();
        Eventually.holds(START_PATIENCE, this::isUp);
        return process;
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private boolean isUp() {
        var request = HttpRequest.newBuilder(URI.create(origin() + "/health"));
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
}
