package org.assistcounter.fleet.ledger;

import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.assistcounter.fleet.ledger.SaleAccount.Progress;
import org.assistcounter.protocol.journal.Fact;

/**
 * One packet that a counter gave out, or may have given out; each is told once.
 *
 * @param isProven false where nobody saw it fall and its money is a case
 */
public record SoldUnit(
        KeptSale.Opening opening, String sale, Fact.SaleLine goods, boolean isProven) {

    /**
     * Those of a sale that the tables do not have yet. A line that is over stays as it is.
     *
     * @param mayHaveFallen whether a line that is held is so because nobody saw its packet fall
     */
    static Stream<SoldUnit> of(KeptSale sale, IntPredicate mayHaveFallen) {
        return sale.changedLines().stream()
                .filter(line ->
                        line.progress() == Progress.DELIVERED
                                || (line.progress() == Progress.HELD
                                        && mayHaveFallen.test(line.goods().line())))
                .map(line ->
                        new SoldUnit(
                                sale.opening(),
                                sale.account().sale(),
                                line.goods(),
                                line.progress() == Progress.DELIVERED));
    }
}
