package org.assistcounter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was delivered, refunded and held, by product and by the day in China that it was recorded
 * on. Rows for which there is no room go to disk.
 */
final class SalesTable implements Closeable {

    /** Bytes that rows may take in memory, about. */
    private static final long ROOM = 4 << 20;

    private static final int ROW_BYTES = 250;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Row NOTHING = new Row(LocalDate.EPOCH, "", new Figures(0, 0, 0, 0));

    private final long room;
    private final SortedMap<Row, Row> rows = new TreeMap<>(Row.ORDER);
    private final SortedRuns runs = new SortedRuns();
    private long used;
    private Figures all = NOTHING.figures();

    SalesTable() {
        this(ROOM);
    }

    SalesTable(long room) {
        this.room = room;
    }

    /** Pieces delivered, and amounts. None is negative. */
    record Figures(long delivered, long amountMinor, long refundedMinor, long heldMinor) {

        /** Throws {@link ArithmeticException} where a sum no longer fits. */
        Figures plus(Figures more) {
            return new Figures(
                    Math.addExact(delivered, more.delivered),
                    Math.addExact(amountMinor, more.amountMinor),
                    Math.addExact(refundedMinor, more.refundedMinor),
                    Math.addExact(heldMinor, more.heldMinor));
        }
    }

    /** One product on one day. */
    record Row(LocalDate day, String product, Figures figures) {
        static final Comparator<Row> ORDER =
                Comparator.comparing(Row::day).thenComparing(Row::product);

        Row plus(Row more) {
            return new Row(day, product, figures.plus(more.figures));
        }
    }

    /** Takes a row; the disk may fail under it. */
    interface Taker {
        void take(Row row) throws IOException;
    }

    /** Refunds and cases count on their own day, for what the sale says is sold on the line. */
    void accept(long wallMillis, Fact fact, Sales sales) throws IOException {
        switch (fact.type()) {
            case FactForms.DISPENSE_RESOLVED -> {
                if (fact.is("verdict", "delivered")) {
                    String product = fact.inner("goods").text("product");
                    add(wallMillis, product, new Figures(1, fact.number("amount"), 0, 0));
                }
            }
            case FactForms.REFUND_RESOLVED -> {
                long refunded = Totals.of(fact).refundedMinor();
                add(wallMillis, product(fact, sales), new Figures(0, 0, refunded, 0));
            }
            case FactForms.CASE_OPENED ->
                    add(wallMillis, product(fact, sales), new Figures(0, 0, 0, Books.heldBy(fact)));
            default -> {
                // Changes neither goods nor what becomes of the money.
            }
        }
    }

    private static String product(Fact fact, Sales sales) {
        return sales.product(fact.text("sale"), fact.number("line"));
    }

    private void add(long wallMillis, String product, Figures figures) throws IOException {
        if (!figures.equals(NOTHING.figures())) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(wallMillis), ZONE);
            add(new Row(day, product, figures));
        }
    }

    private void add(Row row) throws IOException {
        // Where the sum of all fits, the sum of some does, whenever rows are put together.
        all = all.plus(row.figures());
        Row before = rows.get(row);
        if (before != null) {
            rows.put(before, before.plus(row));
            return;
        }
        rows.put(row, row);
        used += ROW_BYTES + row.product().length();
        if (used > room) {
            runs.add(RowSource.of(rows.values()));
            rows.clear();
            used = 0;
        }
    }

    boolean isEmpty() {
        return all.equals(NOTHING.figures());
    }

    /** Adds all that another table has. */
    void addAll(SalesTable more) throws IOException {
        more.each(this::add);
    }

    /** Shows each row in order, by day and product. */
    void each(Taker taker) throws IOException {
        RowSource sorted = runs.with(RowSource.of(rows.values()));
        for (Row row = sorted.next(); row != null; row = sorted.next()) {
            taker.take(row);
        }
    }

    @Override
    public void close() throws IOException {
        runs.close();
    }
}
