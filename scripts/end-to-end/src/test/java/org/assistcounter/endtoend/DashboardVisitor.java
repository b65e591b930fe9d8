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

/** Somebody at the dashboard without a browser: the demonstration signs visitors in. */
final class DashboardVisitor implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    DashboardVisitor(WholeChain.Running chain) {
        this.address = chain.dashboardAddress();
    }

    byte[] fetch(String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    String page(String path) throws IOException, InterruptedException {
        return new String(fetch(path), StandardCharsets.UTF_8);
    }

    /** Sends the form of a page, and gives the page that comes back. */
    String post(String page, String deed, String field, String value)
            throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(page(page));
        assertThat(csrf.find()).as("a form").isTrue();
        String form = "_csrf=" + encoded(csrf.group(1)) + "&" + field + "=" + encoded(value);
        byte[] answer =
                sent(
                        HttpRequest.newBuilder(URI.create(address + page + deed))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build());
        return new String(answer, StandardCharsets.UTF_8);
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
