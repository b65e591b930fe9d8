package org.assistcounter.simulators.cashless;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader has taken and given back, counted from the bus. The sums live longer than the list,
 * which holds the latest vends only. Always: kept + refunded + open = approved.
 */
public record CardLedger(
        long approvedMinor,
        long refundedMinor,
        long keptMinor,
        long deniedCount,
        List<CardVend> vends) {

    private static final int VENDS_MAX = 200;

    /** Nothing taken yet. */
    public static final CardLedger EMPTY = new CardLedger(0, 0, 0, 0, List.of());

    public CardLedger {
        vends = List.copyOf(vends);
    }

    /** Money of vends that have neither succeeded nor failed. */
    public long openMinor() {
        return approvedMinor - refundedMinor - keptMinor;
    }

    CardLedger denied(int item, long amountMinor) {
        CardVend vend = new CardVend(item, amountMinor, CardVend.Outcome.DENIED);
        return new CardLedger(
                approvedMinor, refundedMinor, keptMinor, deniedCount + 1, appended(vend));
    }

    CardLedger approved(int item, long amountMinor) {
        CardVend vend = new CardVend(item, amountMinor, CardVend.Outcome.OPEN);
        return new CardLedger(
                approvedMinor + amountMinor, refundedMinor, keptMinor, deniedCount, appended(vend));
    }

    /** The open vend's money stays here; without one nothing changes. */
    CardLedger kept() {
        return new CardLedger(
                approvedMinor,
                refundedMinor,
                keptMinor + openMinor(),
                deniedCount,
                settled(CardVend.Outcome.KEPT));
    }

    /** The open vend's money goes back; without one nothing changes. */
    CardLedger refunded() {
        return new CardLedger(
                approvedMinor,
                refundedMinor + openMinor(),
                keptMinor,
                deniedCount,
                settled(CardVend.Outcome.REFUNDED));
    }

    private List<CardVend> appended(CardVend vend) {
        var all = new ArrayList<>(vends);
        all.add(vend);
        return all.subList(Math.max(0, all.size() - VENDS_MAX), all.size());
    }

    private List<CardVend> settled(CardVend.Outcome outcome) {
        return vends.stream()
                .map(v -> v.outcome() == CardVend.Outcome.OPEN ? v.with(outcome) : v)
                .toList();
    }
}
