package org.assistcounter.scripts.launcher;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the other ends of the wires saw, by their own counts: the card reader, the wallet, the
 * vending board. Nothing here comes from the counter or the ledger.
 *
 * @param cardFen what the reader approved less what it gave back
 * @param walletPaidFen what the wallet took
 * @param walletRefundedFen what the wallet gave back
 * @param drops pieces that fell, by product
 * @param stock pieces left in the machine, by product
 */
public record Wires(
        long cardFen,
        long walletPaidFen,
        long walletRefundedFen,
        Map<String, Long> drops,
        Map<String, Long> stock) {

    public Wires {
        drops = new TreeMap<>(drops);
        stock = new TreeMap<>(stock);
    }

    /**
     * Reads the bench's state and the wallet's sums.
     *
     * @param products which product lies in which selection
     */
    static Wires of(JsonNode bench, JsonNode wallet, Map<Integer, String> products) {
        return new Wires(
                bench.path("approvedFen").asLong() - bench.path("refundedFen").asLong(),
                wallet.path("paidMinor").asLong(),
                wallet.path("refundedMinor").asLong(),
                byProduct(BenchDesk.drops(bench), products),
                byProduct(BenchDesk.stock(bench), products));
    }

    /** What was seen between an earlier moment and this one. */
    Wires since(Wires earlier) {
        return new Wires(
                cardFen - earlier.cardFen,
                walletPaidFen - earlier.walletPaidFen,
                walletRefundedFen - earlier.walletRefundedFen,
                difference(drops, earlier.drops),
                difference(stock, earlier.stock));
    }

    /** What the wallet holds for us. */
    public long walletFen() {
        return walletPaidFen - walletRefundedFen;
    }

    /** All pieces that fell. */
    public long dropsInAll() {
        return drops.values().stream().mapToLong(Long::longValue).sum();
    }

    long stockInAll() {
        return stock.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> byProduct(
            Map<Integer, Long> bySelection, Map<Integer, String> products) {
        Map<String, Long> counts = new TreeMap<>();
        bySelection.forEach((selection, count) -> {
            String product = products.get(selection);
            if (product != null) {
                counts.merge(product, count, Long::sum);
            }
        });
        return counts;
    }

    private static Map<String, Long> difference(Map<String, Long> later, Map<String, Long> before) {
        Map<String, Long> difference = new TreeMap<>(later);
        before.forEach((product, count) -> difference.merge(product, -count, Long::sum));
        return difference;
    }
}
