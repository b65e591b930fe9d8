package org.assistcounter.verifier;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.assistcounter.verifier.SalesTable.Row;
import org.jspecify.annotations.Nullable;

/** Rows of a table in their order, wherever they come from. */
interface RowSource {

    /** The next row, or null at the end. */
    @Nullable Row next() throws IOException;

    static RowSource of(Collection<Row> sorted) {
        Iterator<Row> rows = sorted.iterator();
        return () -> rows.hasNext() ? rows.next() : null;
    }

    /** Several as one; rows of one day and product are put together. */
    static RowSource merged(List<RowSource> sources) throws IOException {
        PriorityQueue<Front> fronts =
                new PriorityQueue<>(Comparator.comparing(Front::row, Row.ORDER));
        for (RowSource source : sources) {
            Front.push(source, fronts);
        }
        return () -> {
            Row sum = null;
            while (true) {
                Front front = fronts.peek();
                if (front == null || (sum != null && Row.ORDER.compare(sum, front.row()) != 0)) {
                    return sum;
                }
                fronts.remove();
                sum = sum == null ? front.row() : sum.plus(front.row());
                Front.push(front.source(), fronts);
            }
        };
    }

    /** A source and the row that it is at. */
    record Front(Row row, RowSource source) {
        private static void push(RowSource source, PriorityQueue<Front> fronts) throws IOException {
            Row row = source.next();
            if (row != null) {
                fronts.add(new Front(row, source));
            }
        }
    }
}
