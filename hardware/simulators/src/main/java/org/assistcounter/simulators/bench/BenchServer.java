package org.assistcounter.simulators.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The bench's page, its state and its commands over HTTP, on loopback only. */
final class BenchServer implements AutoCloseable {

    private static final int FORM_BYTES_MAX = 4_096;

    private final HttpServer server;
    private final BenchState state;
    private final BenchForm form;
    private final String page;

    BenchServer(int port, BenchState state, BenchForm form, String screenUrl) throws IOException {
        this.state = state;
        this.form = form;
        this.page = page(screenUrl);
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (what) {
                case "GET /" -> answer(exchange, 200, "text/html; charset=utf-8", page);
                case "GET /state" -> answer(exchange, 200, "application/json", BenchJson.of(state));
                case "POST /command" -> command(exchange);
                default -> answer(exchange, 404, "text/plain", "no such page\n");
            }
        }
    }

    private void command(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(FORM_BYTES_MAX);
        try {
            form.post(new String(body, StandardCharsets.UTF_8));
            answer(exchange, 200, "text/plain", "ok\n");
        } catch (IllegalArgumentException e) {
            answer(exchange, 400, "text/plain; charset=utf-8", e.getMessage() + "\n");
        } catch (IllegalStateException e) {
            answer(exchange, 503, "text/plain; charset=utf-8", e.getMessage() + "\n");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String page(String screenUrl) throws IOException {
        try (InputStream in = BenchServer.class.getResourceAsStream("bench.html")) {
            if (in == null) {
                throw new IOException("bench.html is not in the program");
            }
            String safe = screenUrl.replace("&", "&amp;").replace("\"", "&quot;");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{screen-url}", safe);
        }
    }
}
