package org.assistcounter.fleet.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.ledger.SaleAccount.Line;
import org.jspecify.annotations.Nullable;

/**
 * A sale in {@link Books}.
 *
 * @param before how the tables have it; null when they do not
 * @param changedAt null when it is as the tables have it
 */
public record KeptSale(
        Opening opening,
        SaleAccount account,
        @Nullable SaleAccount before,
        @Nullable Instant changedAt) {

    /** Whose sale it is, and when it began. */
    public record Opening(String tenant, String counter, LocalDate businessDate, Instant at) {}

    /** As the tables have it. */
    public static KeptSale known(Opening opening, SaleAccount account) {
        return new KeptSale(opening, account, account, null);
    }

    static KeptSale opened(Occurrence occurrence, SaleAccount account) {
        var opening =
                new Opening(
                        occurrence.tenant(),
                        occurrence.counter(),
                        occurrence.businessDate(),
                        occurrence.at());
        return new KeptSale(opening, account, null, occurrence.at());
    }

    KeptSale changed(SaleAccount next, Instant at) {
        return new KeptSale(opening, next, before, at);
    }

    /** The lines that the tables do not have as they are now. */
    public List<Line> changedLines() {
        SaleAccount known = before;
        return known == null
                ? account.lines()
                : account.lines().stream().filter(line -> !known.lines().contains(line)).toList();
    }
}
