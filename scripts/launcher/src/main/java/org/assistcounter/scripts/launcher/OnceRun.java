package org.assistcounter.scripts.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sale by card and one by wallet through the shopper's screen, and then the wires against the
 * books: what these sales changed, and everything in this data since its beginning.
 */
public final class OnceRun {
    private static final Duration BOOKED = Duration.ofSeconds(20);

    private final Demonstration demonstration;
    private final Say say;
    private final Duration patience;

    OnceRun(Demonstration demonstration, Say say) {
        this(demonstration, say, BOOKED);
    }

    /**
     * A run over what is started already.
     *
     * @param patience how long wires and books may take to agree, before and after the sales
     */
    public OnceRun(Demonstration demonstration, Say say, Duration patience) {
        this.demonstration = demonstration;
        this.say = say;
        this.patience = patience;
    }

    /**
     * How it went.
     *
     * @param change what the two sales changed
     * @param total everything since the beginning
     */
    public record Outcome(
            List<Shopper.Purchase> purchases,
            Wires wires,
            Ledger ledger,
            Comparison change,
            Comparison total) {

        boolean agrees() {
            return change.agrees() && total.agrees();
        }

        /** What `scripts/run --once` exits with. */
        public int exitCode() {
            return agrees() ? 0 : 1;
        }

        String json() {
            JsonMapper json = JsonMapper.shared();
            ObjectNode all = json.createObjectNode();
            all.set("sale", json.valueToTree(purchases));
            all.put("agree", agrees());
            all.set("wires", json.valueToTree(wires));
            all.set("ledger", json.valueToTree(ledger.accounts()));
            return all.toString();
        }
    }

    /** Sells and compares. */
    public Outcome run() {
        try (Shopper shopper = Shopper.at(Addresses.screen(demonstration.ports()))) {
            JsonNode shelf = shopper.browse();
            Map<Integer, String> products = shopper.products();
            Books before = settledBooks(products);
            Shopper.Purchase card = shopper.buyByCard(slot(shelf, 0), demonstration.bench());
            tell(card);
            Shopper.Purchase wallet = shopper.buyByWallet(slot(shelf, 1), demonstration.fleet());
            tell(wallet);
            return compare(before, products, List.of(card, wallet));
        }
    }

    private record Books(Wires wires, Ledger ledger) {}

    private Books books(Map<Integer, String> products) {
        return new Books(demonstration.wires(products), demonstration.fleet().ledger());
    }

    /** The counter reports its first count of the shelf by itself; it must not fall between. */
    private Books settledBooks(Map<Integer, String> products) {
        Patience.until(
                patience,
                () -> {
                    Books now = books(products);
                    return Comparison.of(now.wires(), now.ledger()).agrees();
                });
        return books(products);
    }

    private Outcome compare(
            Books before, Map<Integer, String> products, List<Shopper.Purchase> purchases) {
        Outcome[] last = {outcome(before, products, purchases)};
        Patience.until(
                patience,
                () -> {
                    last[0] = outcome(before, products, purchases);
                    return last[0].agrees();
                });
        return last[0];
    }

    private Outcome outcome(
            Books before, Map<Integer, String> products, List<Shopper.Purchase> purchases) {
        Books now = books(products);
        Wires wires = now.wires().since(before.wires());
        Ledger ledger = now.ledger().since(before.ledger());
        return new Outcome(
                purchases,
                now.wires(),
                now.ledger(),
                Comparison.of(wires, ledger).withScreen(wires, purchases),
                Comparison.of(now.wires(), now.ledger()));
    }

    private void tell(Shopper.Purchase purchase) {
        say.line(
                "  %-14s %s for %s from slot %d, receipt %s: %s"
                        .formatted(
                                "by " + purchase.way(),
                                purchase.product(),
                                Comparison.yuan(purchase.amountFen()),
                                purchase.slot(),
                                purchase.receiptCode(),
                                purchase.end()));
        if (!purchase.end().equals("taken")) {
            throw new Refusal("The sale by " + purchase.way() + " ended as " + purchase.end());
        }
    }

    private static int slot(JsonNode shelf, int index) {
        int seen = 0;
        for (JsonNode good : shelf.path("goods")) {
            if (good.path("available").asBoolean() && seen++ == index) {
                return good.path("slot").asInt();
            }
        }
        throw new Refusal("The counter has no more goods to sell; use another --data.");
    }
}
