package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody at the dashboard without a browser: the demonstration signs visitors in. */
final class DashboardVisitor implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    DashboardVisitor(WholeChain.Running chain) {
        this(chain.dashboardAddress());
    }

    DashboardVisitor(String address) {
        this.address = address;
    }

    byte[] fetch(String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    String page(String path) throws IOException, InterruptedException {
        return new String(fetch(path), StandardCharsets.UTF_8);
    }

    /**
     * Sends the form of a page, and gives the page that comes back.
     *
     * @param fields their names, each with its value after it
     */
    String post(String page, String deed, String... fields)
            throws IOException, InterruptedException {
        return send(page, page + deed, fields);
    }

    /**
     * The same where a form has another address than its page.
     *
     * @param fields their names, each with its value after it
     */
    String send(String page, String target, String... fields)
            throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(page(page));
        assertThat(csrf.find()).as("a form").isTrue();
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(csrf.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        byte[] answer =
                sent(
                        HttpRequest.newBuilder(URI.create(address + target))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                                .build());
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** For a browser to go on with: Playwright's form of cookies. */
    String cookies() {
        ObjectNode state = JsonMapper.shared().createObjectNode();
        ArrayNode kept = state.putArray("cookies");
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie ->
                        kept.addObject()
                                .put("name", cookie.getName())
                                .put("value", cookie.getValue())
                                .put("domain", URI.create(address).getHost())
                                .put("path", "/")
                                .put("expires", -1)
                                .put("httpOnly", cookie.isHttpOnly())
                                .put("secure", cookie.getSecure())
                                .put("sameSite", "Strict"));
        state.putArray("origins");
        return state.toString();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private byte[] sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
