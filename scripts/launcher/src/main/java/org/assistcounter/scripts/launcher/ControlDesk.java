package org.assistcounter.scripts.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executors;

/**
 * Takes the orders of `scripts/run stop|start|kill|status` while everything runs. On loopback, and
 * only from who can read the key in the data directory: any page in a browser can reach loopback.
 */
final class ControlDesk implements AutoCloseable {
    static final String KEY_HEADER = "X-Control-Key";
    private static final int KEY_BYTES = 24;

    private final HttpServer server;
    private final Path note;
    private final byte[] key;
    private final Orders orders;

    /** What an order does: its verb and part in, words for the person out. */
    @FunctionalInterface
    interface Orders {
        String obey(String verb, String part);
    }

    ControlDesk(Path data, Orders orders) throws IOException {
        this.orders = orders;
        this.note = DataFolder.control(data);
        byte[] drawn = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        key = HexFormat.of().formatHex(drawn).getBytes(StandardCharsets.US_ASCII);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        DataFolder.writePrivately(
                note,
                server.getAddress().getPort()
                        + "\n"
                        + new String(key, StandardCharsets.US_ASCII)
                        + "\n");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String shown = exchange.getRequestHeaders().getFirst(KEY_HEADER);
            boolean mayOrder =
                    shown != null
                            && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), key);
            if (!mayOrder || !exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 403, "the key in " + note + " is needed");
                return;
            }
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            try {
                answer(exchange, 200, orders.obey(path[1], path.length > 2 ? path[2] : ""));
            } catch (Refusal e) {
                answer(exchange, 409, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new Refusal(note + " cannot be removed: " + e);
        } finally {
            server.stop(0);
        }
    }
}
