package org.assistcounter.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.transparency.Frontier;
import org.assistcounter.protocol.transparency.LogProof;
import org.assistcounter.protocol.transparency.Merkle;
import org.assistcounter.protocol.transparency.NoteKey;
import org.assistcounter.protocol.transparency.Proofs;
import org.assistcounter.protocol.transparency.Tile;
import org.assistcounter.protocol.transparency.TreeHead;

/** A log over real HTTP that can be made to lie. */
final class ShownLog implements AutoCloseable {
    static final String ORIGIN = "fleet.example.org/log";
    static final Ed25519 KEY = new Ed25519(new byte[32]);
    static final NoteKey NOTE_KEY = NoteKey.ofNotes(ORIGIN, KEY.publicKey());

    final List<String> posted = new ArrayList<>();
    private final HttpServer server;
    private Tile.Book tiles = new Tile.Book(Map.of());
    private Frontier frontier = Frontier.of(0, tiles);
    volatile int answerToPost = 204;

    /** Whether a cosignature is left without an answer. */
    volatile boolean holdPosts;

    final CountDownLatch postCame = new CountDownLatch(1);

    ShownLog() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/tree-head", x -> answer(x, 200, head()));
        server.createContext("/log/consistency", x -> answer(x, 200, proof(x)));
        server.createContext("/log/cosignatures", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Shows the log of these leaves from now on, whatever it has shown before. */
    synchronized void shows(String... leaves) {
        tiles = new Tile.Book(Map.of());
        frontier = Frontier.of(0, tiles);
        for (String leaf : leaves) {
            frontier.append(Merkle.leaf(leaf.getBytes(StandardCharsets.UTF_8)), tiles::put);
        }
    }

    private synchronized String head() {
        return new TreeHead(ORIGIN, frontier.size(), frontier.root()).sign(KEY).note();
    }

    private synchronized String proof(HttpExchange exchange) {
        String[] words = exchange.getRequestURI().getQuery().split("[=&]", -1);
        Tile.Book book = tiles;
        List<Hash> path =
                Proofs.consistency(Long.parseLong(words[1]), Long.parseLong(words[3])).stream()
                        .map(span -> span.hash(book))
                        .toList();
        return LogProof.hashes(path);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        postCame.countDown();
        if (holdPosts) {
            return;
        }
        if (answerToPost == 204) {
            posted.add(new String(body, StandardCharsets.UTF_8));
        }
        answer(exchange, answerToPost, "");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
