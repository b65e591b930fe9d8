package org.assistcounter.fleet.directives.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.protocol.desired.Terms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wanted of products, as the database keeps it and puts changes into it: product → `price`
 * and `offered`, each only where it was ever changed.
 */
final class TermsJson {
    private static final String PRICE = "price";
    private static final String OFFERED = "offered";

    private TermsJson() {}

    /** What is changed of one product. */
    static String of(Change.Wish wish) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        Long price = wish.priceMinor();
        if (price != null) {
            json.put(PRICE, price);
        }
        Boolean offered = wish.isOffered();
        if (offered != null) {
            json.put(OFFERED, offered);
        }
        return json.toString();
    }

    /** In the order of their codes, as a state has them. */
    static List<Terms> read(String text) {
        Map<String, Terms> terms = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : JsonMapper.shared().readTree(text).properties()) {
            JsonNode node = each.getValue();
            terms.put(
                    each.getKey(),
                    new Terms(
                            each.getKey(),
                            node.path(PRICE).asLong(Terms.OF_THE_CARD),
                            node.path(OFFERED).asBoolean(true)));
        }
        return List.copyOf(terms.values());
    }
}
