package org.assistcounter.counter.screen;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A browser's socket at the screen: what came, and how it was closed. */
final class Browser implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private Browser() {}

    static Browser at(int port) throws Exception {
        return at(port, "http://localhost:" + port);
    }

    static Browser at(int port, String origin) throws Exception {
        Browser browser = new Browser();
        browser.socket =
                browser.client
                        .newWebSocketBuilder()
                        .header("Origin", origin)
                        .buildAsync(URI.create("ws://localhost:" + port + "/view"), browser)
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return browser;
    }

    void send(String frame) throws Exception {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        socket.sendText(frame, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The server may close while it is being sent to; either way it is told by the close code. */
    void sendRegardless(String frame) {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        CompletableFuture<WebSocket> _ =
                socket.sendText(frame, true)
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                closed.complete(-1);
                            }
                        });
    }

    String next() throws InterruptedException {
        String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came");
        }
        return frame;
    }

    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        partial.append(data);
        if (isLast) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
        client.close();
    }
}
