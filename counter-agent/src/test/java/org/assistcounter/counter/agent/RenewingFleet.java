package org.assistcounter.counter.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A fleet that has all of one journal, gives its counter new keys, and may lose its answer. */
final class RenewingFleet implements AutoCloseable {
    static final String ORIGIN = "https://fleet.example";
    static final Ed25519 KEY = new Ed25519(new byte[Ed25519.KEY_LENGTH]);

    private final HttpServer http =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final ObjectNode enrolment;
    private volatile Way way = Way.ANSWERS;
    private volatile @Nullable ChainHead head;
    private final AtomicLong epoch = new AtomicLong(1);
    private volatile String givenTo = "";

    enum Way {
        ANSWERS,
        LOSES_ITS_ANSWER,
        REFUSES,
        IS_ANOTHERS,
        IS_BEHIND_A_GATEWAY_THAT_FAILS
    }

    RenewingFleet(JsonNode enrolment) throws IOException {
        this.enrolment = (ObjectNode) enrolment;
        http.createContext("/enrolment/counters", this::answer);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    List<JsonNode> asked() {
        return asked;
    }

    void does(Way next) {
        way = next;
    }

    ChainHead has(ChainHead newest) {
        head = newest;
        return newest;
    }

    /** The key that signs now. */
    byte[] key() {
        return Base64.getDecoder().decode(givenTo);
    }

    long epoch() {
        return epoch.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request =
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            asked.add(request);
            switch (way) {
                case ANSWERS -> say(exchange, 201, given(request).toString());
                case LOSES_ITS_ANSWER -> given(request);
                case REFUSES ->
                        say(
                                exchange,
                                410,
                                "{\"type\": \"urn:assistcounter:enrolment:expired_token\"}");
                case IS_ANOTHERS -> say(exchange, 404, "<h1>Not found</h1>");
                case IS_BEHIND_A_GATEWAY_THAT_FAILS -> say(exchange, 502, "<h1>Bad gateway</h1>");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The same card is told the same again. */
    private ObjectNode given(JsonNode request) {
        ChainHead base = head;
        if (base == null || request.path("journal").path("seq").asLong() != base.seq()) {
            throw new AssertionError("the card was to say where its journal ends: " + request);
        }
        String key = request.path("journalPublicKey").asString();
        if (!key.equals(givenTo)) {
            var _ = epoch.incrementAndGet();
            givenTo = key;
        }
        ObjectNode answer = enrolment.deepCopy();
        answer.putObject("shelf");
        answer.putObject("pictures");
        answer.set("journal", words(base, epoch.get()));
        return answer;
    }

    private static ObjectNode words(ChainHead base, long epoch) {
        ObjectNode journal = JsonMapper.shared().createObjectNode();
        journal.put("epoch", epoch).put("seq", base.seq()).put("hash", base.hash().toString());
        journal.put("baseEpoch", base.epoch()).put("baseBoot", base.boot());
        journal.putObject("totals")
                .put("charged", base.totals().chargedMinor())
                .put("refunded", base.totals().refundedMinor())
                .put("dispensed", base.totals().dispensed())
                .put("sales", base.totals().sales());
        var checkpoint =
                new Checkpoint(
                        ORIGIN,
                        base.counter(),
                        base.epoch(),
                        base.seq(),
                        base.hash(),
                        Instant.EPOCH);
        return journal.put("note", CheckpointNote.sign(checkpoint, KEY));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
