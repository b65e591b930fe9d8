package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the fleet's ledger says against what was sold. */
final class Books {
    /** Where goods come from and lie; what is counted there is not sold. */
    private static final Set<String> NOT_COMPARED = Set.of("slot", "counted");

    private Books() {}

    /**
     * Pieces of goods.
     *
     * @param lost sold and not booked
     * @param doubled booked and not sold
     */
    record Pieces(long lost, long doubled) {}

    /** How many pieces the ledger has too few of some goods, and too many of others. */
    static Pieces pieces(Map<String, Long> before, Map<String, Long> after, Takings sold) {
        Map<String, Long> expected = sold.balances();
        Set<String> goods = new TreeSet<>(expected.keySet());
        goods.addAll(after.keySet());
        goods.removeIf(each -> !each.startsWith("sold/"));
        long lost = 0;
        long doubled = 0;
        for (String each : goods) {
            long booked = after.getOrDefault(each, 0L) - before.getOrDefault(each, 0L);
            long more = booked - expected.getOrDefault(each, 0L);
            lost += Math.max(0, -more);
            doubled += Math.max(0, more);
        }
        return new Pieces(lost, doubled);
    }

    /**
     * A line for each balance that differs; none when the books are equal.
     *
     * @param before balances of the ledger before anything was sold
     * @param expected what was sold, as balances
     */
    static List<String> differences(
            Map<String, Long> before, Map<String, Long> after, Map<String, Long> expected) {
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(after.keySet());
        all.addAll(before.keySet());
        List<String> differences = new ArrayList<>();
        for (String each : all) {
            if (NOT_COMPARED.contains(each.substring(0, each.indexOf('/')))) {
                continue;
            }
            long booked = after.getOrDefault(each, 0L) - before.getOrDefault(each, 0L);
            long was = expected.getOrDefault(each, 0L);
            if (booked != was) {
                differences.add(each + ": sold " + was + ", booked " + booked);
            }
        }
        return differences;
    }
}
