package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/**
 * What every answer tells a browser (OWASP ASVS 5.0, 3.4.1 to 3.4.6 and 3.4.8), by HTTPS as a proxy
 * in front ends it: of every endpoint, to whoever asks and in whatever way, and of everything that
 * goes wrong. Where nothing comes from elsewhere there is no word about other origins (3.4.2).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HeadersTest {
    private static final String ORIGIN = "https://fleet.example.com";
    private static final int STOP_SECONDS_MAX = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOO_LONG = 2 * 1024 * 1024;
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final ServerProcess SERVER = new ServerProcess();
    private static final CookieBrowser VISITOR = new CookieBrowser(SERVER.origin());

    /** A connection for each, since some answers are left before their end. */
    private static final WebTestClient WEB =
            WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
                    .baseUrl(SERVER.origin())
                    .responseTimeout(PATIENCE)
                    .build();

    private static Process process;

    @BeforeAll
    static void start() throws IOException {
        process = SERVER.start("--assistcounter.origin=" + ORIGIN);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Order(1)
    void areOnEveryEndpointsAnswersToWhoeverAsksInWhateverWay() {
        safe("GET", "/account?lang=en", Map.of());
        String proof = VISITOR.provesOwnPage();
        VISITOR.get("/account");
        Set<Integer> met = new TreeSet<>();
        for (AccessRule rule : AccessRule.all()) {
            for (String method : METHODS) {
                met.add(safe(method, rule.address(), Map.of("Host", "elsewhere.example")));
                met.add(safe(method, rule.address(), Map.of()));
                met.add(safe(method, rule.address(), Map.of("X-XSRF-TOKEN", proof)));
            }
        }

        assertThat(met).contains(200, 303, 400, 401, 403, 404, 405, 415, 422);
    }

    @Test
    @Order(1)
    void areOnEveryFileOfTheLook() throws IOException {
        Path files = Path.of("src/main/resources/static");
        try (Stream<Path> all = Files.walk(files)) {
            assertThat(all.filter(Files::isRegularFile).map(files::relativize).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        assertThat(safe("GET", "/" + file, Map.of())).isEqualTo(200);
                    });
        }
        assertThat(safe("GET", "/look/none.css", Map.of())).isEqualTo(404);
    }

    @Test
    @Order(1)
    void areOnWhatIsNotThereOrNotUnderstood() {
        assertThat(safe("GET", "/none", Map.of())).isEqualTo(404);
        assertThat(safe("GET", "/none", Map.of("Accept", "text/html"))).isEqualTo(404);
        assertThat(safe("GET", "/health", Map.of("Accept", "image/png"))).isEqualTo(406);
        assertThat(safe("GET", "/cases/none", Map.of())).isEqualTo(400);
        assertThat(safe("GET", "/files;x=1", Map.of())).isEqualTo(400);
        assertThat(safe("GET", "/look/%2e%2e/tokens.css", Map.of())).isEqualTo(400);
        assertThat(safe("GET", "/account", Map.of("Range", "bytes=1-0"))).isEqualTo(200);
        assertThat(safe("GET", "/look/mark.svg", Map.of("Range", "bytes=9-1"))).isEqualTo(416);
    }

    @Test
    @Order(1)
    void areOnWhatIsTooLong() {
        var answer =
                WEB.post()
                        .uri("/enrolment/counters")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"token\":\"" + "x".repeat(TOO_LONG) + "\"}")
                        .exchange()
                        .returnResult(String.class);

        assertThat(answer.getStatus().value()).isEqualTo(413);
        assertSafe("too long a body", answer.getResponseHeaders());
    }

    /** Nothing of ours but the connection's codec has seen these. */
    @Test
    @Order(1)
    void areOnWhatIsNoRequest() throws IOException {
        assertSafe(raw("GET / HTTP/9.x\r\n\r\n"), "400 ");
        assertSafe(raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), "414 ");
        assertSafe(raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(10_000) + "\r\n\r\n"), "4");
        assertSafe(raw("GET /no way HTTP/1.1\r\nHost: x\r\n\r\n"), "400 ");
    }

    @Test
    @Order(2)
    void areOnWhatFailsWhenTheDatabaseIsGone() throws IOException {
        String key = Files.readString(SERVER.data().resolve("demonstration.key")).strip();
        assertThat(safe("POST", "/demonstration/database/stop", Map.of("X-Demonstration-Key", key)))
                .isEqualTo(200);

        assertThat(safe("GET", "/directory.json", Map.of())).isGreaterThanOrEqualTo(500);
        assertThat(safe("GET", "/directory", Map.of("Accept", "text/html")))
                .isGreaterThanOrEqualTo(500);
        assertThat(safe("GET", "/health", Map.of())).isGreaterThanOrEqualTo(500);
    }

    /** Asks and looks at the headers; the status. */
    private static int safe(String method, String address, Map<String, String> headers) {
        var request = WEB.method(HttpMethod.valueOf(method)).uri(address);
        VISITOR.cookies().forEach(request::cookie);
        headers.forEach(request::header);
        try {
            var answer = request.exchange().returnResult(String.class);
            assertSafe(method + " " + address, answer.getResponseHeaders());
            answer.getResponseBody().subscribe().dispose();
            return answer.getStatus().value();
        } catch (IllegalStateException late) {
            throw new AssertionError(method + " " + address, late);
        }
    }

    private static void assertSafe(String what, HttpHeaders headers) {
        headers.getOrDefault("Set-Cookie", List.of())
                .forEach(cookie -> assertBoundToUs(what, cookie));
        assertThat(only(headers, "Strict-Transport-Security"))
                .as(what)
                .isEqualTo("max-age=63072000; includeSubDomains");
        assertThat(only(headers, "X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(only(headers, "X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(only(headers, "Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(only(headers, "Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
        assertThat(only(headers, "Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
        assertThat(only(headers, "Content-Security-Policy"))
                .as(what)
                .contains("default-src '", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.headerNames())
                .as(what)
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-"));
    }

    /** ASVS 3.3.1 to 3.3.4, of every cookie; two are brought back from a provider's page. */
    private static void assertBoundToUs(String what, String cookie) {
        boolean isBroughtBack =
                cookie.startsWith("__Host-lang=")
                        || cookie.startsWith("__Host-assistcounter_visit=");
        assertThat(cookie).as(what).startsWith("__Host-");
        assertThat(cookie.toLowerCase(Locale.ROOT))
                .as(what)
                .contains("; path=/;", "; secure", "; httponly")
                .contains(isBroughtBack ? "; samesite=lax" : "; samesite=strict")
                .doesNotContain("domain=");
    }

    private static String only(HttpHeaders headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : values.toString();
    }

    private static void assertSafe(List<String> answer, String status) {
        assertThat(answer.getFirst()).startsWith("HTTP/1.1 " + status);
        var headers = new HttpHeaders();
        answer.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> headers.add(parts[0], parts[1]));
        assertSafe(answer.getFirst(), headers);
    }

    /** The lines of what comes back before the body. */
    private static List<String> raw(String request) throws IOException {
        int port = URI.create(SERVER.origin()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var lines = new ArrayList<String>();
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                lines.add(line);
            }
            return lines;
        }
    }
}
