package org.assistcounter.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was delivered, refunded and held, by product and by the day in China that it was recorded
 * on.
 */
final class SalesTable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SortedMap<Key, Row> rows =
            new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::product));

    /** One product on one day. */
    private record Key(LocalDate day, String product) {}

    /** A line of the table. */
    record Row(
            String day,
            String product,
            long delivered,
            long amountMinor,
            long refundedMinor,
            long heldMinor) {

        private Row plus(Row more) {
            return new Row(
                    day,
                    product,
                    delivered + more.delivered,
                    Math.addExact(amountMinor, more.amountMinor),
                    Math.addExact(refundedMinor, more.refundedMinor),
                    Math.addExact(heldMinor, more.heldMinor));
        }
    }

    /** Refunds and cases count on their own day, for what the sale says is sold on the line. */
    void accept(long wallMillis, Fact fact, Sales sales) {
        switch (fact.type()) {
            case FactForms.DISPENSE_RESOLVED -> {
                if (fact.is("verdict", "delivered")) {
                    String product = fact.inner("goods").text("product");
                    add(wallMillis, product, new long[] {1, fact.number("amount"), 0, 0});
                }
            }
            case FactForms.REFUND_RESOLVED -> {
                long refunded = Totals.of(fact).refundedMinor();
                add(wallMillis, product(fact, sales), new long[] {0, 0, refunded, 0});
            }
            case FactForms.CASE_OPENED ->
                    add(wallMillis, product(fact, sales), new long[] {0, 0, 0, Books.heldBy(fact)});
            default -> {
                // Changes neither goods nor what becomes of the money.
            }
        }
    }

    private static String product(Fact fact, Sales sales) {
        return sales.product(fact.text("sale"), fact.number("line"));
    }

    private void add(long wallMillis, String product, long[] figures) {
        if (Arrays.stream(figures).allMatch(figure -> figure == 0)) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(wallMillis), ZONE);
        Row row = new Row(day.toString(), product, figures[0], figures[1], figures[2], figures[3]);
        rows.merge(new Key(day, product), row, Row::plus);
    }

    /** Adds all that another table has. */
    void addAll(List<Row> more) {
        for (Row row : more) {
            rows.merge(new Key(LocalDate.parse(row.day()), row.product()), row, Row::plus);
        }
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }
}
