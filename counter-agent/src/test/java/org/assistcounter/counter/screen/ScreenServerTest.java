package org.assistcounter.counter.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.PlayedCounter;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.shelf.Bilingual;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server over real sockets. */
class ScreenServerTest {
    private static final String SECRET = "the secret key";

    @TempDir private Path folder = Path.of("");
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Screen screen =
            new Screen(
                    new Place(
                            "XA-0001",
                            new Bilingual("西安", "Xi'an"),
                            HelpPage.ofFleet("https://fleet.example"),
                            null,
                            Goods.TODAY::toString,
                            millis -> Goods.TODAY.atStartOfDay()),
                    inputs::add,
                    () -> SaleId.of(5, 6));
    private ScreenServer server;

    @BeforeEach
    void start() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path identity = Files.createDirectories(folder.resolve("identity"));
        Files.writeString(pictures.resolve("apple.svg"), "<svg/>");
        Files.writeString(identity.resolve("journal.key"), SECRET);
        Files.writeString(folder.resolve("outside.svg"), SECRET);
        server = new ScreenServer(0, screen, pictures);
        PlayedCounter counter = PlayedCounter.ready();
        screen.show(counter.state(), counter.millis());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void servesItsPageAndPictures() throws Exception {
        assertThat(get("/", "localhost")).startsWith("HTTP/1.1 200").contains("<html");
        assertThat(get("/main.js", "127.0.0.1")).startsWith("HTTP/1.1 200");
        assertThat(get("/pictures/apple.svg", "localhost"))
                .startsWith("HTTP/1.1 200")
                .contains("image/svg+xml")
                .endsWith("<svg/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pictures/../identity/journal.key",
                "/pictures/../outside.svg",
                "/pictures/%2e%2e/outside.svg",
                "/pictures/%2e%2e%2foutside.svg",
                "/pictures/..%2foutside.svg",
                "/pictures/..%5coutside.svg",
                "/pictures/%252e%252e%252foutside.svg",
                "/pictures/..%c0%afoutside.svg",
                "/pictures//../outside.svg",
                "/pictures/./apple.svg",
                "/pictures/apple.svg%00.svg",
                "/pictures/apple.svg/",
                "/pictures/",
                "/pictures",
                "//etc/passwd",
                "/../outside.svg",
                "/journal/V0001__journal_records.sql",
                "/../journal/V0001__journal_records.sql",
                "/views/../../identity/journal.key",
                "/DESIGN.md"
            })
    void findsNothingOutsideItsFolders(String path) throws Exception {
        assertThat(get(path, "localhost")).startsWith("HTTP/1.1 404").doesNotContain(SECRET);
    }

    @Test
    void answersOnlyGet() throws Exception {
        assertThat(raw("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:8081",
                "localhost:8081.evil.example",
                "127.0.0.1.nip.io",
                "192.168.1.9",
                ""
            })
    void refusesAnotherHost(String host) throws Exception {
        assertThat(get("/", host)).startsWith("HTTP/1.1 403");
    }

    @Test
    void refusesARequestWithoutAHost() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "https://localhost", "null", "http://localhost:1"})
    void refusesTheSocketToAForeignPage(String origin) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> Browser.at(server.port(), origin).close());
    }

    @Test
    void pushesTheWholeViewAtOnce() throws Exception {
        try (Browser browser = Browser.at(server.port())) {
            assertThat(browser.next()).contains("\"kind\":\"browse\"").contains("\"revision\":1");
        }
    }

    @Test
    void showsTheClosedPageOfACounterThatMustNotStart() throws Exception {
        try (Browser browser = Browser.at(server.port())) {
            browser.next();
            screen.closeFor("damaged");

            assertThat(browser.next())
                    .contains("\"kind\":\"closed\"")
                    .contains("\"reason\":\"damaged\"");
        }
    }

    @Test
    void handsATouchToTheCore() throws Exception {
        try (Browser browser = Browser.at(server.port())) {
            browser.next();
            browser.send("{\"revision\":1,\"intent\":\"look\",\"slot\":11}");

            assertThat(inputs.poll(20, TimeUnit.SECONDS)).isEqualTo(new Input.Looked(Goods.APPLE));
        }
    }

    @Test
    void refusesAStaleTouchWithoutTellingTheCore() throws Exception {
        try (Browser browser = Browser.at(server.port())) {
            browser.next();
            browser.send("{\"revision\":0,\"intent\":\"done\"}");

            assertThat(browser.next()).isEqualTo("{\"refused\":\"stale\",\"revision\":1}");
            assertThat(inputs).isEmpty();
        }
    }

    @Test
    void tellsTheCoreWhatNoHonestBrowserSends() throws Exception {
        try (Browser browser = Browser.at(server.port())) {
            browser.next();
            browser.send("{\"revision\":1,\"intent\":\"buy\",\"slot\":99}");

            assertThat(browser.next()).contains("\"refused\":\"unknown-slot\"");
            assertThat(inputs.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new Input.Refused("screen", "unknown-slot", ""));
        }
    }

    @Test
    void hasOneActiveScreenAndTellsTheFormerOne() throws Exception {
        try (Browser first = Browser.at(server.port())) {
            first.next();
            try (Browser second = Browser.at(server.port())) {
                assertThat(second.next()).contains("\"kind\":\"browse\"");
                assertThat(first.closeCode()).isEqualTo(4_001);

                second.send("{\"revision\":1,\"intent\":\"back\"}");
                assertThat(inputs.poll(20, TimeUnit.SECONDS)).isEqualTo(new Input.WentBack());
            }
        }
    }

    @Test
    void closesASocketThatSendsAnOversizedFrame() throws Exception {
        try (Browser browser = Browser.at(server.port())) {
            browser.next();
            browser.sendRegardless("x".repeat(5_000));

            assertThat(browser.closeCode()).isNotZero();
            assertThat(inputs).isEmpty();
        }
        try (Browser next = Browser.at(server.port())) {
            assertThat(next.next()).contains("\"kind\":\"browse\"");
        }
    }

    private String get(String path, String host) throws Exception {
        return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    }

    /** Bytes as they are: a client library would tidy the path before it sends it. */
    private String raw(String head) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(20_000);
            out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
