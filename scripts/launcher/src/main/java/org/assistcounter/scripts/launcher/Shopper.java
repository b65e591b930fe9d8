package org.assistcounter.scripts.launcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shopper at the counter's screen who uses its own interface (counter-agent, screen/DESIGN.md):
 * complete views come in, intents with the view's revision go out.
 */
public final class Shopper implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration TURN = Duration.ofSeconds(45);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration FIRST_VIEW = Duration.ofSeconds(10);
    private static final int CONNECTS_MAX = 3;
    private static final int STALE_MAX = 5;
    private static final Set<String> SHELF = Set.of("browse", "product", "basket");
    private static final Set<String> ENDS = Set.of("taken", "unpaid", "refund");

    private final HttpClient client;
    private final ViewInbox inbox;
    private final WebSocket socket;

    private Shopper(HttpClient client, ViewInbox inbox, WebSocket socket) {
        this.client = client;
        this.inbox = inbox;
        this.socket = socket;
    }

    /** Steps in front of the screen; as the page does, once more where it shows nothing. */
    public static Shopper at(URI screen) {
        for (int i = 0; i < CONNECTS_MAX; i++) {
            Shopper shopper = connected(screen);
            if (shopper.inbox.isAnythingShown(FIRST_VIEW)) {
                return shopper;
            }
            shopper.close();
        }
        throw new Refusal("The shopper's screen shows nothing at " + screen + ".");
    }

    private static Shopper connected(URI screen) {
        URI address = URI.create("ws://" + screen.getAuthority() + "/view");
        HttpClient client = HttpClient.newHttpClient();
        ViewInbox inbox = new ViewInbox();
        try {
            WebSocket socket =
                    client.newWebSocketBuilder()
                            .header("Origin", screen.toString())
                            .connectTimeout(ANSWER)
                            .buildAsync(address, inbox)
                            .join();
            return new Shopper(client, inbox, socket);
        } catch (CompletionException e) {
            client.shutdownNow();
            throw new Refusal("The shopper's screen does not answer at " + address + ".");
        }
    }

    /**
     * What was bought, as the screen said.
     *
     * @param end the view it ended with: taken, unpaid or refund
     */
    public record Purchase(
            String way, String receiptCode, long amountFen, int slot, String product, String end) {}

    /** The newest view that is as wanted; waits for it. */
    public JsonNode await(String what, Duration patience, Predicate<JsonNode> wanted) {
        return inbox.await(what, patience, wanted);
    }

    /** Waits for a view of this kind. */
    public JsonNode awaitKind(String kind) {
        return await("the view " + kind, STEP, view -> kind.equals(kind(view)));
    }

    /** Waits until goods can be bought. */
    public JsonNode awaitSelling(Duration patience) {
        return await(
                "goods on the screen and the fleet in reach",
                patience,
                view -> "browse".equals(kind(view)) && view.path("online").asBoolean());
    }

    /**
     * Sends an intent about the newest view until the screen moves on. A view that came in between
     * makes the intent stale; it is looked at again, as a shopper would.
     */
    public void intend(String intent, Map<String, Object> fields) {
        String refusal = "";
        for (int i = 0; i < STALE_MAX; i++) {
            JsonNode view = inbox.turnPage();
            ObjectNode frame = JsonMapper.shared().createObjectNode();
            frame.put("revision", view.path("revision").asLong()).put("intent", intent);
            fields.forEach(
                    (name, value) -> frame.set(name, JsonMapper.shared().valueToTree(value)));
            socket.sendText(frame.toString(), true).join();
            refusal = inbox.answer(ANSWER, newest -> !state(newest).equals(state(view)));
            if (refusal.isEmpty()) {
                return;
            }
            if (!refusal.equals("stale") && !refusal.equals(ViewInbox.SILENCE)) {
                break;
            }
        }
        throw new Refusal("The screen does not take \"" + intent + "\": " + refusal + ".");
    }

    /** A technician's page stays, and a slot that is on again is no longer on it. */
    private static String state(JsonNode view) {
        return kind(view) + " " + view.path("phase").asString("") + view.path("slots").size();
    }

    /** Which product lies in which slot. */
    public Map<Integer, String> products() {
        Map<Integer, String> products = new TreeMap<>();
        for (JsonNode good : browse().path("goods")) {
            products.put(good.path("slot").asInt(), good.path("code").asString());
        }
        return products;
    }

    /** Goes back to the shelf from wherever an earlier shopper left the screen. */
    public JsonNode browse() {
        inbox.turnPage();
        JsonNode view =
                await(
                        "a view that can be left",
                        TURN,
                        v -> ENDS.contains(kind(v)) || SHELF.contains(kind(v)));
        if (ENDS.contains(kind(view))) {
            intend("done", Map.of());
        } else if (!kind(view).equals("browse")) {
            intend("back", Map.of());
        }
        return awaitKind("browse");
    }

    /** Chooses a good and opens the ways to pay. */
    public JsonNode choose(int slot) {
        browse();
        intend("look", Map.of("slot", slot));
        awaitKind("product");
        intend("buy", Map.of("slot", slot));
        return awaitKind("pay");
    }

    /** Chooses a good and the card, until the reader waits for it. */
    public JsonNode chooseCard(int slot) {
        choose(slot);
        intend("pay", Map.of("way", "card"));
        return awaitPhase("card", "tap");
    }

    /** Chooses a good and the wallet, until the code is shown. */
    public JsonNode chooseWallet(int slot) {
        choose(slot);
        intend("pay", Map.of("way", "wechat"));
        return awaitPhase("wallet", "scan");
    }

    /** Buys by card, to the end. */
    public Purchase buyByCard(int slot, BenchDesk bench) {
        JsonNode view = chooseCard(slot);
        bench.tapCard();
        return purchase("card", slot, view, awaitEnd());
    }

    /** Buys by wallet, to the end. */
    public Purchase buyByWallet(int slot, FleetDesk fleet) {
        JsonNode view = chooseWallet(slot);
        fleet.payAtWallet(view.path("qr").asString());
        return purchase("wallet", slot, view, awaitEnd());
    }

    /** Waits until the sale has ended, however. */
    public JsonNode awaitEnd() {
        return await("the end of the sale", TURN, Shopper::isEnd);
    }

    private static boolean isEnd(JsonNode view) {
        return ENDS.contains(kind(view)) && !view.path("money").asString("").equals("returning");
    }

    private JsonNode awaitPhase(String kind, String phase) {
        JsonNode view =
                await(
                        kind + ", " + phase,
                        STEP,
                        v ->
                                (kind(v).equals(kind) && phase.equals(v.path("phase").asString("")))
                                        || isEnd(v));
        if (isEnd(view)) {
            throw new Refusal("The sale ended before it could be paid: " + view);
        }
        return view;
    }

    private static Purchase purchase(String way, int slot, JsonNode chosen, JsonNode end) {
        return new Purchase(
                way,
                chosen.path("receiptCode").asString(),
                chosen.path("amountFen").asLong(),
                slot,
                chosen.path("good").path("code").asString(),
                kind(end));
    }

    /** The kind of a view. */
    public static String kind(JsonNode view) {
        return view.path("kind").asString("");
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
