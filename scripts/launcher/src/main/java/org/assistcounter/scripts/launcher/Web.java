package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP to programs on this machine; it keeps cookies, as a browser does. */
final class Web implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int REDIRECTION = 300;
    private static final int FAILURE = 400;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /** What came back. */
    record Answer(int status, String body) {
        boolean isGood() {
            return status < FAILURE;
        }

        boolean isHere() {
            return status < REDIRECTION;
        }
    }

    Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build());
    }

    Answer post(URI address, String form, String... headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Whether a page is there now. */
    boolean answers(URI address) {
        try {
            return get(address).isHere();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** JSON from an address that has to answer. */
    JsonNode json(URI address) {
        try {
            Answer answer = get(address);
            if (!answer.isHere()) {
                throw new Refusal(address + " answered " + answer.status() + ".");
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new Refusal(address + " did not answer as expected: " + e);
        }
    }

    /** A post that has to succeed. */
    void require(URI address, String form, String... headers) {
        try {
            Answer answer = post(address, form, headers);
            if (!answer.isGood()) {
                throw new Refusal(
                        "%s answered %d: %s"
                                .formatted(address, answer.status(), answer.body().strip()));
            }
        } catch (IOException e) {
            throw new Refusal(address + " did not answer: " + e);
        }
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
