package org.assistcounter.counter.sale;

import org.assistcounter.protocol.journal.PaymentWay;

/** From one line of a sale to the next, and the end of the sale after the last. */
final class LineSteps {

    private LineSteps() {}

    /** A line has ended: the next one is dispensed, paid for, or given back. */
    static Step next(Step step, Sale sale, Moment now) {
        if (!sale.hasLine()) {
            return close(step, sale, Ending.TAKEN, now);
        }
        return switch (sale.way()) {
            case WALLET -> dispense(step, sale, now);
            case CARD ->
                    canAskCard(step.state(), sale, now)
                            ? PaymentSteps.awaitNextCard(step, sale, now)
                            : close(step, sale, Ending.UNAVAILABLE, now);
        };
    }

    /** The current line is paid: its motor turns, or its money goes back. */
    static Step dispense(Step paid, Sale sale, Moment now) {
        boolean mayTurn =
                sale.shareMinor() > 0
                        && Offer.sellable(paid.state(), sale.line().slot(), now.latestDate())
                                != null;
        return mayTurn
                ? DispenseSteps.turnMotor(paid, sale, now)
                : RefundSteps.giveBack(paid, sale, true, now);
    }

    /** A session of the line before may still be ending; the reader asks for the card after it. */
    private static boolean canAskCard(CounterState state, Sale sale, Moment now) {
        Equipment equipment = state.equipment();
        return equipment.reader() != Equipment.Reader.LOST
                && equipment.prices().include(sale.line().priceMinor())
                && Offer.sellable(state, sale.line().slot(), now.latestDate()) != null;
    }

    /** No further line is wanted or possible: what is paid and not given out goes back. */
    static Step stop(Step before, Sale sale, Ending ending, Moment now) {
        Step step = before;
        Sale rest = sale;
        while (rest.way() == PaymentWay.WALLET && rest.paidMinor() > 0 && rest.hasLine()) {
            step = RefundSteps.handedOver(step, rest);
            rest = rest.end(LineEnd.Fate.ON_ITS_WAY);
        }
        return close(step, rest, ending, now);
    }

    private static Step close(Step step, Sale sale, Ending ifStopped, Moment now) {
        long page = sale.ended().isEmpty() ? Limits.UNPAID_PAGE : Limits.LAST_PAGE;
        return step.fact(sale.closed())
                .to(new Phase.Ended(sale, Ending.of(sale, ifStopped), now.millis() + page));
    }
}
