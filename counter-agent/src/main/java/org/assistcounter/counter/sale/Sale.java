package org.assistcounter.counter.sale;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.counter.sale.LineEnd.Fate;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.money.Shares;

/**
 * One sale. Its goods and prices are frozen when it opens, and its lines come to their ends in
 * order. A wallet pays all lines by one attempt, a card each line by its own.
 *
 * @param ended what became of the first lines
 * @param attempt the number of the payment attempt; 0 before the first
 * @param paidMinor what this attempt was approved for; 0 while it is not
 */
public record Sale(
        SaleId id,
        List<Fact.SaleLine> lines,
        List<LineEnd> ended,
        PaymentWay way,
        int attempt,
        long paidMinor) {

    public Sale {
        lines = List.copyOf(lines);
        ended = List.copyOf(ended);
    }

    static Sale opened(SaleId id, List<Fact.SaleLine> lines) {
        return new Sale(id, lines, List.of(), PaymentWay.CARD, 0, 0);
    }

    Sale attempting(PaymentWay nextWay, int number) {
        return new Sale(id, lines, ended, nextWay, number, 0);
    }

    Sale attempting(PaymentWay nextWay) {
        return attempting(nextWay, attempt + 1);
    }

    Sale paid(long amountMinor) {
        return new Sale(id, lines, ended, way, attempt, amountMinor);
    }

    /** The current line has come to its end. A card's attempt ends with its line. */
    Sale end(Fate fate) {
        List<LineEnd> more = new ArrayList<>(ended);
        more.add(new LineEnd(line(), fate, fate == Fate.NOT_KNOWN ? 0 : shareMinor()));
        return new Sale(id, lines, more, way, attempt, way == PaymentWay.CARD ? 0 : paidMinor);
    }

    /** Whether a line is left. */
    public boolean hasLine() {
        return ended.size() < lines.size();
    }

    /** Whether another line follows the current one. */
    boolean hasNext() {
        return ended.size() + 1 < lines.size();
    }

    /** The line that is being paid for or dispensed; the last one once all have ended. */
    public Fact.SaleLine line() {
        return lines.get(Math.min(ended.size(), lines.size() - 1));
    }

    /** What an attempt asks for: a card pays its line, a wallet the whole sale. */
    public long priceMinor() {
        return switch (way) {
            case CARD -> line().priceMinor();
            case WALLET -> totalMinor();
        };
    }

    /** The price of all lines. */
    public long totalMinor() {
        return lines.stream().mapToLong(Fact.SaleLine::priceMinor).sum();
    }

    /** How much of what was paid is for the current line. */
    long shareMinor() {
        return switch (way) {
            case CARD -> paidMinor;
            case WALLET ->
                    Shares.of(paidMinor, lines.stream().map(Fact.SaleLine::priceMinor).toList())
                            .get(ended.size());
        };
    }

    /** The wallet's order number of the current attempt. */
    public String attemptId() {
        return id.attempt(attempt);
    }

    /** Whether a line of this fate is in it. */
    public boolean has(Fate fate) {
        return ended.stream().anyMatch(end -> end.fate() == fate);
    }

    /** What was paid for the lines that have ended. */
    public long chargedMinor() {
        return sum(EnumSet.allOf(Fate.class));
    }

    /** The end of the sale; every line that was paid has ended. */
    Fact.SaleClosed closed() {
        return new Fact.SaleClosed(
                id,
                outcome(),
                chargedMinor(),
                sum(EnumSet.of(Fate.RETURNED, Fate.ON_ITS_WAY)),
                sum(EnumSet.of(Fate.HELD)));
    }

    private SaleOutcome outcome() {
        if (has(Fate.HELD) || has(Fate.NOT_KNOWN)) {
            return SaleOutcome.CASE;
        }
        if (has(Fate.DELIVERED)) {
            return SaleOutcome.DELIVERED;
        }
        return ended.isEmpty() ? SaleOutcome.UNPAID : SaleOutcome.REFUNDED;
    }

    private long sum(Set<Fate> fates) {
        return ended.stream()
                .filter(end -> fates.contains(end.fate()))
                .mapToLong(LineEnd::amountMinor)
                .sum();
    }
}
