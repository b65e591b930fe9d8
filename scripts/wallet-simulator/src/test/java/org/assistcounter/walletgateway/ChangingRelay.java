package org.assistcounter.walletgateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody between the fleet and a wallet, who can change a digit of a request's body. As many do,
 * it does not keep the letter case of headers.
 */
final class ChangingRelay implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger changed = new AtomicInteger();
    private final int port;
    private volatile boolean isChanging;

    ChangingRelay(int port) throws IOException {
        this.port = port;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void change(boolean on) {
        isChanging = on;
    }

    /** How many requests it has changed. */
    int changed() {
        return changed.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (isChanging && body.length > 0) {
            changed.incrementAndGet();
            changeADigit(body);
        }
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
            if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> request.header(header.getKey(), value));
            }
        }
        answer(exchange, request.build());
    }

    private void answer(HttpExchange exchange, HttpRequest request) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!OF_THE_CONNECTION.contains(name)) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last digit becomes another, so that the body stays one of its kind. */
    private static void changeADigit(byte[] body) {
        for (int i = body.length - 1; i >= 0; i--) {
            if (body[i] >= '0' && body[i] <= '9') {
                body[i] = (byte) (body[i] == '9' ? '8' : body[i] + 1);
                return;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
