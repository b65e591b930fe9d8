package org.assistcounter.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One view of each state of the shopper's screen, as the counter pushed it. What any test has seen
 * is kept, so that no state has to be brought about a second time for its picture.
 */
final class Album {
    /** The field that tells the states of one kind apart, in the contract's table. */
    private static final List<String> STATE_FIELDS = List.of("phase", "reason", "money");

    private static final Set<String> TOLD_APART_OFFLINE = Set.of("browse", "pay");

    /** Kinds that look different with a wrong code, a basket, several items or troubles. */
    private static final List<String> TOLD_APART =
            List.of(
                    "service-troubled",
                    "pay-unknown-code",
                    "pay-pickup-code",
                    "browse-picked",
                    "product-picked",
                    "pay-several",
                    "card-tap-several",
                    "wallet-scan-several",
                    "dispensing-several");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| (.*) \\|.*\\|$");
    private static final Pattern WORDS =
            Pattern.compile("`(?:phase|reason|money)` \\(((?:`[a-z-]+`(?:, )?)+)\\)");
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

    private final Map<String, JsonNode> views = new ConcurrentHashMap<>();

    void keep(JsonNode view) {
        views.putIfAbsent(state(view), view.deepCopy());
        if (hasWarmGoods(view)) {
            views.putIfAbsent("browse-warm", view.deepCopy());
        }
    }

    private static boolean hasWarmGoods(JsonNode view) {
        return view.path("goods").values().stream()
                .anyMatch(good -> good.path("why").asString("").equals("too-warm"));
    }

    boolean has(String state) {
        return views.containsKey(state);
    }

    JsonNode view(String state) {
        JsonNode view = views.get(state);
        if (view == null) {
            throw new AssertionError("the counter never showed " + state);
        }
        return view;
    }

    /** A view that differs from another in one word only, for what takes minutes to come about. */
    void keepAs(String model, String field, String value) {
        keep(((ObjectNode) view(model).deepCopy()).put(field, value));
    }

    /** A pause takes ten minutes, in which no other test could sign in. */
    void keepPaused() {
        keep(
                ((ObjectNode) view("keypad-wrong").deepCopy())
                        .put("phase", "paused")
                        .put("pauseMinutes", 10));
    }

    private static String state(JsonNode view) {
        StringBuilder name = new StringBuilder(view.path("kind").asString(""));
        STATE_FIELDS.stream()
                .map(field -> view.path(field).asString(""))
                .filter(word -> !word.isEmpty())
                .forEach(word -> name.append('-').append(word));
        String scanned = "-" + view.path("scan").asString("");
        if (TOLD_APART.contains(name + scanned)) {
            name.append(scanned);
        }
        for (String apart : List.of("-picked", "-several", "-troubled")) {
            if (isTold(view, apart) && TOLD_APART.contains(name + apart)) {
                name.append(apart);
            }
        }
        boolean isApart = TOLD_APART_OFFLINE.contains(name.toString());
        return isApart && !view.path("online").asBoolean(true) ? name + "-offline" : "" + name;
    }

    private static boolean isTold(JsonNode view, String apart) {
        return switch (apart) {
            case "-picked" -> view.path("basket").path("items").asInt(0) > 0;
            case "-several" -> view.has("lines");
            case "-troubled" -> !view.path("locks").isEmpty() || !view.path("slots").isEmpty();
            default -> throw new IllegalArgumentException(apart);
        };
    }

    /** Every state there is, by the contract that the counter's own tests hold it to. */
    static List<String> states() {
        Path root = Path.of(System.getProperty("assistcounter.root"));
        List<String> states = new ArrayList<>();
        try {
            String contract =
                    Files.readString(
                            root.resolve("counter-agent/src/main/resources/screen/DESIGN.md"));
            Matcher row = ROW.matcher(contract);
            while (row.find()) {
                states.addAll(statesOf(row.group(1), row.group(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        states.addAll(TOLD_APART);
        TOLD_APART_OFFLINE.forEach(kind -> states.add(kind + "-offline"));
        return states;
    }

    private static List<String> statesOf(String kind, String fields) {
        Matcher words = WORDS.matcher(fields);
        if (!words.find()) {
            return List.of(kind);
        }
        return WORD.matcher(words.group(1))
                .results()
                .map(word -> kind + "-" + word.group(1))
                .toList();
    }
}
