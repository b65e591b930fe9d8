package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A browser that keeps cookies and sends the forms of the pages that it was shown. */
final class CookieBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** What forms here ask for, so that none is refused for what it lacks. */
    private static final String EVERYTHING =
            "why=because+of+a+test&reference=TR-1&role.AUDITOR=on&finding=delivered&owner=nobody"
                    + "&way=transfer";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebTestClient client;
    private final Map<String, String> cookies = new HashMap<>();

    CookieBrowser(RunningServer.Parts server) {
        this(server.origin());
    }

    CookieBrowser(String origin) {
        this.client =
                WebTestClient.bindToServer().baseUrl(origin).responseTimeout(PATIENCE).build();
    }

    /** One that comes from somewhere else. */
    CookieBrowser(WebTestClient client) {
        this.client = client;
    }

    /** What came back. */
    record Answer(int status, String location, String text) {}

    Map<String, String> cookies() {
        return cookies;
    }

    Answer get(String address) {
        var request = client.get().uri(address).accept(MediaType.TEXT_HTML);
        cookies.forEach(request::cookie);
        return kept(request.exchange().returnResult(String.class));
    }

    /** Opens a page and sends the form on it. */
    Answer posts(String page, String address, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(get(page).text());
        assertThat(csrf.find()).as("a form on " + page).isTrue();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("_csrf", csrf.group(1));
        form.setAll(fields);
        var request = client.post().uri(address).accept(MediaType.TEXT_HTML);
        cookies.forEach(request::cookie);
        return kept(
                request.body(BodyInserters.fromFormData(form))
                        .exchange()
                        .returnResult(String.class));
    }

    /** A form that is open to everybody, as often as it is asked for. */
    Supplier<Answer> openForm(String address, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(fields);
        return () ->
                answer(
                        client.post()
                                .uri(address)
                                .accept(MediaType.TEXT_HTML)
                                .body(BodyInserters.fromFormData(form))
                                .exchange()
                                .returnResult(String.class));
    }

    /** The form on a page, as often as it is asked for; cookies stay as they are. */
    Supplier<Answer> form(String page, String address, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(get(page).text());
        assertThat(csrf.find()).as("a form on " + page).isTrue();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("_csrf", csrf.group(1));
        form.setAll(fields);
        Map<String, String> carried = Map.copyOf(cookies);
        return () -> {
            var request = client.post().uri(address).accept(MediaType.TEXT_HTML);
            carried.forEach(request::cookie);
            return answer(
                    request.body(BodyInserters.fromFormData(form))
                            .exchange()
                            .returnResult(String.class));
        };
    }

    /** The headers by which a form is known to be from our own page; for who is not signed in. */
    String provesOwnPage() {
        Matcher csrf = CSRF.matcher(get("/sign-in").text());
        assertThat(csrf.find()).isTrue();
        return csrf.group(1);
    }

    /** The status that comes back; what is sent is empty, of that form and from our own page. */
    int asks(String method, String address, String form) {
        if (method.equals("GET")) {
            var request = client.get().uri(address).accept(MediaType.ALL);
            cookies.forEach(request::cookie);
            return statusOf(request.exchange());
        }
        Matcher csrf = CSRF.matcher(get("/account").text());
        assertThat(csrf.find()).isTrue();
        var request = client.post().uri(address).header("X-XSRF-TOKEN", csrf.group(1));
        cookies.forEach(request::cookie);
        MediaType type =
                form.equals("json")
                        ? MediaType.APPLICATION_JSON
                        : MediaType.APPLICATION_FORM_URLENCODED;
        return statusOf(
                request.contentType(type)
                        .bodyValue(form.equals("json") ? "{}" : EVERYTHING)
                        .exchange());
    }

    /** Without the rest, which of a stream of events never ends. */
    private static int statusOf(WebTestClient.ResponseSpec response) {
        var result = response.returnResult(String.class);
        result.getResponseBody().subscribe().dispose();
        return result.getStatus().value();
    }

    private Answer kept(FluxExchangeResult<String> result) {
        result.getResponseCookies()
                .forEach((name, set) -> {
                    String value = set.getLast().getValue();
                    if (value.isEmpty()) {
                        cookies.remove(name);
                    } else {
                        cookies.put(name, value);
                    }
                });
        return answer(result);
    }

    private static Answer answer(FluxExchangeResult<String> result) {
        var location = result.getResponseHeaders().getLocation();
        return new Answer(
                result.getStatus().value(),
                location == null ? "" : location.toString(),
                String.join("", result.getResponseBody().collectList().block()));
    }
}
