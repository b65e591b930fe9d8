package org.assistcounter.fleet.ledger;

import java.time.Instant;
import java.util.List;
import org.assistcounter.fleet.ledger.SaleAccount.Line;
import org.jspecify.annotations.Nullable;

/**
 * A sale in {@link Books}.
 *
 * @param before how the tables have it; null when they do not
 * @param opened why it was opened; null when the tables have it
 */
public record KeptSale(
        String counter,
        SaleAccount account,
        @Nullable SaleAccount before,
        @Nullable Occurrence opened,
        @Nullable Instant changedAt) {

    /** As the tables have it. */
    public static KeptSale known(String counter, SaleAccount account) {
        return new KeptSale(counter, account, account, null, null);
    }

    static KeptSale opened(Occurrence occurrence, SaleAccount account) {
        return new KeptSale(occurrence.counter(), account, null, occurrence, occurrence.at());
    }

    KeptSale changed(SaleAccount next, Instant at) {
        return new KeptSale(counter, next, before, opened, at);
    }

    /** The lines that the tables do not have as they are now. */
    public List<Line> changedLines() {
        SaleAccount known = before;
        return known == null
                ? account.lines()
                : account.lines().stream().filter(line -> !known.lines().contains(line)).toList();
    }
}
