package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run came to.
 *
 * @param differences between what was sold and the fleet's ledger; none is how it must be
 * @param named whom the fleet doubts
 * @param notes what else took how many seconds, by name
 */
record Outcome(
        Standing standing,
        List<String> differences,
        Named named,
        double seconds,
        Map<String, Double> notes) {

    /** Everything was signed for, and the books are equal. */
    boolean isGood() {
        return faults().isEmpty();
    }

    /** What is not as it must be, a line each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(differences);
        if (!named.isGood()) {
            faults.add("named: " + named);
        }
        if (standing.unacknowledged() > 0) {
            faults.add(standing.unacknowledged() + " records not signed for");
        }
        if (standing.doubted() > 0) {
            faults.add(standing.doubted() + " counters are not believed");
        }
        return faults;
    }

    /** All of it. */
    String table() {
        StringBuilder table = new StringBuilder(counted());
        row(
                table,
                "ledger and sales",
                differences.isEmpty() ? "equal" : String.join("; ", differences));
        return table.toString();
    }

    /** What the counters say, without a word on the ledger. */
    String counted() {
        Meters meters = standing.meters();
        StringBuilder table = new StringBuilder();
        row(table, "counters", standing.counters());
        row(table, "sales", standing.takings().sales());
        row(
                table,
                "earned",
                String.format(Locale.ROOT, "¥%.2f", standing.takings().earnedMinor() / 100.0));
        row(table, "records", standing.written());
        row(table, "signed for", standing.written() - standing.unacknowledged());
        row(
                table,
                "record → checkpoint",
                String.format(
                        Locale.ROOT,
                        "p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                        meters.latencyMillis(50),
                        meters.latencyMillis(99),
                        meters.latencyMillis(100)));
        row(
                table,
                "records a second",
                String.format(Locale.ROOT, "%.0f", standing.written() / seconds));
        row(table, "connections made", meters.connects());
        row(table, "connections ended", words(meters.ends()));
        row(table, "messages refused", meters.notTakenMessages());
        row(table, "not believed", words(meters.doubts()));
        more(table);
        row(table, "seconds", String.format(Locale.ROOT, "%.1f", seconds));
        return table.toString();
    }

    private void more(StringBuilder table) {
        if (standing.hostileMessages() > 0) {
            row(table, "hostile messages", standing.hostileMessages());
            row(table, "hostile connections", words(standing.hostileMeters().ends()));
        }
        if (named.clones() > 0) {
            row(table, "clones named", named.found() + " of " + named.clones());
            row(table, "good ones doubted", named.good());
        }
        notes.forEach((name, took) -> row(table, name, String.format(Locale.ROOT, "%.1f s", took)));
    }

    private static void row(StringBuilder table, String name, Object value) {
        table.append(String.format(Locale.ROOT, "%-22s%s%n", name, value));
    }

    private static String words(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return "none";
        }
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .toList());
    }

    String json() {
        Meters meters = standing.meters();
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("counters", standing.counters())
                .put("sales", standing.takings().sales())
                .put("earnedMinor", standing.takings().earnedMinor())
                .put("records", standing.written())
                .put("acknowledged", standing.written() - standing.unacknowledged())
                .put("p50Millis", meters.latencyMillis(50))
                .put("p99Millis", meters.latencyMillis(99))
                .put("maxMillis", meters.latencyMillis(100))
                .put("connects", meters.connects())
                .put("refusedMessages", meters.notTakenMessages())
                .put("hostileMessages", standing.hostileMessages())
                .put("clones", named.clones())
                .put("clonesNamed", named.found())
                .put("goodDoubted", named.good())
                .put("seconds", seconds)
                .put("isLedgerEqual", differences.isEmpty())
                .put("isGood", isGood());
        meters.ends().forEach(json.putObject("ends")::put);
        notes.forEach(json.putObject("notes")::put);
        meters.doubts().forEach(json.putObject("doubts")::put);
        differences.forEach(json.putArray("differences")::add);
        return json.toString();
    }
}
