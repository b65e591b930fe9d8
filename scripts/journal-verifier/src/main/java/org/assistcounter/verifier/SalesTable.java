package org.assistcounter.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was delivered, by product and by the day in China that the dispense was recorded on. */
final class SalesTable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SortedMap<Key, Row> rows =
            new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::product));

    /** One product on one day. */
    private record Key(LocalDate day, String product) {}

    /** A line of the table. */
    record Row(String day, String product, long delivered, long amountMinor) {

        private Row plus(Row more) {
            return new Row(
                    day,
                    product,
                    delivered + more.delivered,
                    Math.addExact(amountMinor, more.amountMinor));
        }
    }

    void accept(long wallMillis, Fact fact) {
        boolean dispense = fact.type() == FactForms.DISPENSE_RESOLVED;
        if (!dispense || !fact.is("verdict", "delivered")) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(wallMillis), ZONE);
        String product = fact.inner("goods").text("product");
        Row row = new Row(day.toString(), product, 1, fact.number("amount"));
        rows.merge(new Key(day, product), row, Row::plus);
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }
}
