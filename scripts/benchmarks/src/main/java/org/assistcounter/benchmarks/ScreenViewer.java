package org.assistcounter.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A shopper at the screen of an agent process, by the screen's own contract. */
final class ScreenViewer implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AGAIN_MILLIS = 10;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private long revision;

    /** Waits until there is a screen. */
    ScreenViewer(int port) throws IOException, InterruptedException {
        socket = connected(URI.create("ws://localhost:" + port + "/view"));
    }

    private WebSocket connected(URI address) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return client.newWebSocketBuilder().buildAsync(address, this).join();
            } catch (CompletionException e) {
                if (System.nanoTime() > until) {
                    client.close();
                    throw new IOException("there is no screen at " + address, e);
                }
                Thread.sleep(AGAIN_MILLIS);
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            frames.add(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    /** The first view of this kind. */
    void await(String kind) throws IOException, InterruptedException {
        await(kind, () -> {});
    }

    /**
     * Sends an intent until it is taken and has led to a view of this kind.
     *
     * @param field what the intent carries, if anything
     */
    void touch(String intent, String field, Object value, String kind)
            throws IOException, InterruptedException {
        Runnable send =
                () -> {
                    ObjectNode json = JsonMapper.shared().createObjectNode();
                    json.put("revision", revision).put("intent", intent);
                    if (!field.isEmpty()) {
                        json.putPOJO(field, value);
                    }
                    socket.sendText(json.toString(), true).join();
                };
        send.run();
        await(kind, send);
    }

    /** An intent that comes late or too early does nothing; a shopper touches again. */
    private void await(String kind, Runnable again) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String newest = "nothing";
        while (System.nanoTime() < until) {
            String next = frames.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            newest = next;
            JsonNode view = JsonMapper.shared().readTree(next);
            if (!view.has("refused")) {
                revision = view.path("revision").asLong();
            }
            if (view.path("kind").asString("").equals(kind)) {
                return;
            }
            again.run();
        }
        throw new IOException("the screen never showed " + kind + " but " + newest);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        client.close();
    }
}
