package org.assistcounter.scripts.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Works the simulated card reader and vending board, and asks what their wires saw. */
public final class BenchDesk {
    private static final int ROWS = 7;
    private static final int COLUMNS = 4;
    private static final int GOODS = 8;
    private static final long FUNDS_FEN = 60_000;
    private static final Duration READER_PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final Web web;

    BenchDesk(URI address, Web web) {
        this.address = address;
        this.web = web;
    }

    /** Whether the bench is there. */
    boolean answers() {
        return web.answers(address.resolve("/state"));
    }

    /** What reader and board saw so far. */
    public JsonNode state() {
        return web.json(address.resolve("/state"));
    }

    /** One command of the bench, as its page sends it: `jam&selection=11`. */
    public void command(String form) {
        web.require(address.resolve("/command"), "command=" + form);
    }

    /** Holds a card with enough money to the reader as soon as its light is on. */
    public void tapCard() {
        boolean isOn =
                Patience.until(
                        READER_PATIENCE,
                        () -> state().path("readerState").asString().equals("ENABLED"));
        if (!isOn) {
            throw new Refusal("The card reader was not switched on: " + state());
        }
        command("tap&funds=" + FUNDS_FEN);
    }

    /** Puts the goods in that the counter's first shelf says are there, once. */
    void loadShelfOnce(DataFolder data) {
        if (Files.exists(data.shelfLoaded())) {
            return;
        }
        for (int row = 1; row <= ROWS; row++) {
            for (int column = 1; column <= COLUMNS; column++) {
                command("load&selection=%d&goods=%d".formatted(row * 10 + column, GOODS));
            }
        }
        DataFolder.writePrivately(data.shelfLoaded(), "7 rows of 4 spirals with 8 each\n");
    }

    /** How many pieces fell, by selection. */
    static Map<Integer, Long> drops(JsonNode state) {
        return counts(state, "drops");
    }

    /** How many pieces are left, by selection. */
    static Map<Integer, Long> stock(JsonNode state) {
        return counts(state, "stock");
    }

    private static Map<Integer, Long> counts(JsonNode state, String what) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> selection : state.path("selections").properties()) {
            counts.put(
                    Integer.valueOf(selection.getKey()), selection.getValue().path(what).asLong());
        }
        return counts;
    }
}
