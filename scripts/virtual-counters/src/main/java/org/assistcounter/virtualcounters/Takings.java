package org.assistcounter.virtualcounters;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.RefundOutcome;

/**
 * What was sold, summed up where it was sold, to be compared with the fleet's books. Money of
 * shoppers that is under way is what was charged and neither earned, given back nor held.
 */
final class Takings {
    private final Map<String, Long> sums = new HashMap<>();
    private long sales;
    private long facts;

    void add(Fact fact) {
        facts++;
        switch (fact) {
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    money("card-clearing", "shopper", f.amountMinor());
            case Fact.RefundResolved f when f.outcome() == RefundOutcome.RETURNED ->
                    money("shopper", "card-clearing", f.amountMinor());
            case Fact.CaseOpened f -> money("shopper", "cases", f.amountMinor());
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.DELIVERED -> {
                money("shopper", "sales", f.amountMinor());
                plus("sold/" + f.goods().product(), 1);
            }
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.UNPROVEN ->
                    plus("in-doubt/" + f.goods().product(), 1);
            case Fact.SaleClosed _ -> sales++;
            case Fact _ -> {}
        }
    }

    void add(Takings more) {
        more.sums.forEach(this::plus);
        sales += more.sales;
        facts += more.facts;
    }

    private void money(String to, String from, long amountMinor) {
        plus(to + "/" + Goods.CURRENCY, amountMinor);
        plus(from + "/" + Goods.CURRENCY, -amountMinor);
    }

    private void plus(String account, long amount) {
        sums.merge(account, amount, Long::sum);
    }

    /** Account, a slash and its unit → the balance; those at nothing are left out. */
    Map<String, Long> balances() {
        Map<String, Long> balances = new TreeMap<>(sums);
        balances.values().removeIf(amount -> amount == 0);
        return balances;
    }

    /** Sales that are over, however they ended. */
    long sales() {
        return sales;
    }

    /** Facts written down. */
    long facts() {
        return facts;
    }

    /** What was earned, in fen. */
    long earnedMinor() {
        return -sums.getOrDefault("sales/" + Goods.CURRENCY, 0L);
    }
}
