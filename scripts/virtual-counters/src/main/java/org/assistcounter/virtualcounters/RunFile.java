package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run needs to go on after it was killed: its cards with their keys, what the fleet said of
 * itself, and the ledger's balances before anything was sold. What was sold is in the journals.
 */
record RunFile(List<Card> cards, FleetKeys fleet, Map<String, Long> before) {
    private static final String NAME = "run.json";

    /** Written whole or not at all. */
    void write(Path folder) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.set("fleet", fleet.json());
        ArrayNode all = json.putArray("cards");
        cards.forEach(card -> all.add(card.json()));
        before.forEach(json.putObject("before")::put);
        Path next = folder.resolve(NAME + ".next");
        try {
            Files.writeString(next, json.toString());
            Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunFile read(Path folder) {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve(NAME)));
            List<Card> cards = new ArrayList<>();
            json.path("cards").forEach(each -> cards.add(Card.of(each)));
            Map<String, Long> before = new TreeMap<>();
            json.path("before")
                    .properties()
                    .forEach(each -> before.put(each.getKey(), each.getValue().asLong()));
            return new RunFile(List.copyOf(cards), FleetKeys.of(json.path("fleet")), before);
        } catch (IOException e) {
            throw new LoadFailed("nothing to go on with in " + folder, e);
        }
    }
}
