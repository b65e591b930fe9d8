package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Gives an order to the launcher that runs on a data directory, and returns its words. */
final class ControlCall {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DONE = 200;

    private ControlCall() {}

    static String order(Path data, String verb, String part) {
        Path note = DataFolder.control(data);
        if (!Files.exists(note)) {
            throw nobody(data);
        }
        List<String> lines = DataFolder.read(note).lines().toList();
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%s/%s/%s"
                                                .formatted(lines.getFirst(), verb, part)))
                        .header(ControlDesk.KEY_HEADER, lines.getLast())
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != DONE) {
                throw new Refusal(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw nobody(data);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private static Refusal nobody(Path data) {
        return new Refusal(
                "Nothing runs on %s. Start it with scripts/run, or name its directory with --data."
                        .formatted(data));
    }
}
