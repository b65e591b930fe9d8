package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fleet's pages, as a person who is signed in sees them: the demonstration signs in whoever
 * comes from this machine.
 */
final class FleetWeb implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern DOUBT = Pattern.compile("/doubts/[0-9]+");
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private String token = "";

    FleetWeb(URI address) {
        this.address = address;
    }

    /** Whether server, database and broker all work. */
    boolean isHealthy() {
        return isOk("/health");
    }

    /** Whether the server lives, with or without the others. */
    boolean isAlive() {
        return isOk("/health/live");
    }

    private boolean isOk(String path) {
        try {
            return send(HttpRequest.newBuilder(address.resolve(path)).GET()).statusCode() == OK;
        } catch (LoadFailed notYet) {
            return false;
        }
    }

    /** Has to come before anything is posted. */
    void signIn() {
        HttpResponse<String> page =
                send(
                        HttpRequest.newBuilder(address.resolve("/account"))
                                .header("Accept", "text/html")
                                .GET());
        Matcher found = TOKEN.matcher(page.body());
        if (page.statusCode() != OK || !found.find()) {
            throw new LoadFailed(
                    address
                            + " does not let us in; only a server that runs as a demonstration on"
                            + " this machine does.");
        }
        token = found.group(1);
    }

    /** Posts JSON as the person who is signed in. */
    JsonNode post(String path, JsonNode body) {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .header("Content-Type", "application/json")
                                .header("X-XSRF-TOKEN", token)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        if (answer.statusCode() != CREATED && answer.statusCode() != OK) {
            throw new LoadFailed(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json(path, answer.body());
    }

    /** Account, a slash and its unit → the balance in the fleet's ledger. */
    Map<String, Long> balances() {
        JsonNode list = get("/books/balances");
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode balance : list) {
            balances.merge(
                    balance.path("account").asString() + "/" + balance.path("unit").asString(),
                    balance.path("amount").asLong(),
                    Long::sum);
        }
        return balances;
    }

    /** The page that names counters which are not believed or may be there twice. */
    String doubts() {
        return send(HttpRequest.newBuilder(address.resolve("/doubts"))
                        .header("Accept", "text/html")
                        .GET())
                .body();
    }

    /** The fleet has met nothing that makes a counter doubtful, open or explained. */
    void requireNoDoubts() {
        String page = doubts();
        if (!page.contains("id=\"ended\"") || DOUBT.matcher(page).find()) {
            throw new LoadFailed("counters are doubted; see " + address.resolve("/doubts"));
        }
    }

    /** How many counters have reported that they sell by what is wanted of them. */
    long inForce() {
        return get("/directives/progress").path("inForce").asLong();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve(path)).GET());
        if (answer.statusCode() != OK) {
            throw new LoadFailed(path + " answered " + answer.statusCode());
        }
        return json(path, answer.body());
    }

    private static JsonNode json(String path, String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new LoadFailed(path + " did not answer in JSON", e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LoadFailed(address + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
