package org.assistcounter.simulation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.simulators.cashless.CardLedger;
import org.jspecify.annotations.Nullable;

/** Counts the rare states, from the journal, the screen and what the reader holds. */
final class RareStates {
    private static final long STEP_MILLIS = 3_600_000;

    private final Map<RareState, Long> reached = new EnumMap<>(RareState.class);
    private @Nullable Open open;
    private @Nullable Stage stage;
    private boolean isPausedOverStart;

    /** The sale that the journal leaves open, and the last thing said of its current line. */
    private static final class Open {
        private final Fact.SaleOpened fact;
        private final Set<Integer> delivered = new HashSet<>();
        private Fact.OfSale last;
        private @Nullable ClockReading asked;
        private long askedMinor;
        private boolean isForLess;
        private boolean isPaid;
        private boolean isByCard;
        private int starts;

        Open(Fact.SaleOpened fact) {
            this.fact = fact;
            this.last = fact;
        }

        boolean hasNext(int line) {
            return line < fact.lines().size();
        }
    }

    Map<RareState, Long> reached() {
        return reached;
    }

    private void reach(RareState state, boolean is) {
        if (is) {
            reached.merge(state, 1L, Long::sum);
        }
    }

    /** A fact is on disk; the shelf shows {@code shelf} and the reader counts {@code cards}. */
    void follow(JournalRecord record, Fact fact, ShelfRelease shelf, CardLedger cards) {
        switch (fact) {
            case Fact.SaleOpened f -> open = new Open(f);
            case Fact.Booted _ -> started(shelf, cards);
            case Fact.ColdChainSwitched f ->
                    reach(RareState.LOCKED_IN_A_SALE, f.locked() && open != null);
            case Fact.ServiceSigned f ->
                    reach(RareState.SIGNED_IN_AT_A_START, f.reason().equals("restarted"));
            case Fact.ServiceRefused _ -> isPausedOverStart = false;
            case Fact.OfSale f when open != null -> follow(open, f, record.header().clock());
            case Fact _ -> {}
        }
    }

    private void started(ShelfRelease shelf, CardLedger cards) {
        isPausedOverStart = true;
        Open sale = open;
        if (sale == null) {
            return;
        }
        reach(RareState.START_AFTER_START_IN_A_SALE, sale.starts++ > 0);
        reach(RareState.START_WITH_OTHER_PRICES, shelf.revision() != sale.fact.shelfRevision());
        switch (sale.last) {
            case Fact.PaymentRequested f when f.way() == PaymentWay.CARD ->
                    reach(RareState.START_AFTER_UNSEEN_APPROVAL, cards.openMinor() > 0);
            case Fact.PaymentRequested _ -> reach(RareState.START_AFTER_WALLET_ORDER, true);
            case Fact.DispenseCommanded _ -> reach(RareState.START_AFTER_MOTOR_COMMAND, true);
            case Fact.RefundRequested _ -> reach(RareState.START_AFTER_REFUND_REQUEST, true);
            case Fact.OfSale _ -> {}
        }
    }

    private void follow(Open sale, Fact.OfSale fact, ClockReading clock) {
        boolean isStarted = sale.starts > 0;
        switch (fact) {
            case Fact.SaleOpened _ -> {}
            case Fact.PaymentRequested f -> {
                sale.asked = clock;
                sale.askedMinor = f.amountMinor();
                sale.isByCard = f.way() == PaymentWay.CARD;
            }
            case Fact.PaymentResolved f -> paid(sale, f, clock);
            case Fact.DispenseCommanded _ -> sale.isPaid = false;
            case Fact.DispenseResolved f -> turned(sale, f);
            case Fact.RefundRequested _ -> {
                reach(RareState.PAID_AND_NOT_TURNED, sale.isPaid && stage != Stage.CLOSING);
                sale.isPaid = false;
            }
            case Fact.RefundResolved f ->
                    reach(
                            RareState.REFUND_MADE_AFTER_START,
                            isStarted && f.outcome() == RefundOutcome.RETURNED);
            case Fact.CaseOpened f -> doubtful(f.reason(), isStarted);
            case Fact.SaleClosed _ -> {
                int items = sale.fact.lines().size();
                reach(
                        RareState.BASKET_BY_CARD,
                        sale.isByCard && items > 1 && sale.delivered.size() == items);
                open = null;
            }
        }
        sale.last = fact;
    }

    private void paid(Open sale, Fact.PaymentResolved fact, ClockReading clock) {
        ClockReading asked = sale.asked;
        boolean isApproved = fact.outcome() == PaymentOutcome.APPROVED;
        sale.isPaid = isApproved;
        sale.isForLess = isApproved && fact.amountMinor() < sale.askedMinor;
        reach(RareState.PAID_WHILE_CLOSING, isApproved && stage == Stage.CLOSING);
        if (asked != null && sale.starts == 0) {
            long wall = clock.wallMillis() - asked.wallMillis();
            long lived = clock.monotonicMillis() - asked.monotonicMillis();
            reach(RareState.CLOCK_STEP_IN_A_PAYMENT, Math.abs(wall - lived) > STEP_MILLIS);
        }
    }

    private void turned(Open sale, Fact.DispenseResolved fact) {
        boolean isBasket = !sale.delivered.isEmpty();
        DispenseVerdict verdict = fact.verdict();
        reach(RareState.HALF_A_BASKET, isBasket && verdict == DispenseVerdict.NOT_DELIVERED);
        reach(RareState.HALF_A_BASKET_IN_DOUBT, isBasket && verdict == DispenseVerdict.UNPROVEN);
        if (verdict == DispenseVerdict.DELIVERED) {
            sale.delivered.add(fact.goods().line());
            reach(RareState.DELIVERED_FOR_LESS, sale.isForLess);
        }
        reach(
                RareState.DROP_IN_DOUBT,
                verdict == DispenseVerdict.UNPROVEN && fact.evidence().drop().equals("not-seen"));
        List<Fact.SaleLine> lines = sale.fact.lines();
        int line = fact.goods().line();
        reach(
                RareState.SLOT_OFF_BEFORE_ITS_NEXT_ITEM,
                fact.slotOff()
                        && sale.hasNext(line)
                        && lines.get(line).slot() == fact.goods().slot());
    }

    private void doubtful(CaseReason reason, boolean isStarted) {
        switch (reason) {
            case PAYMENT_NOT_KNOWN -> {
                reach(RareState.PAYMENT_IN_DOUBT, !isStarted);
                reach(RareState.PAYMENT_IN_DOUBT_AFTER_START, isStarted);
                reach(RareState.IN_DOUBT_WHILE_CANCELLING, stage == Stage.CANCELLING);
            }
            case REFUND_NOT_PROVEN -> {
                reach(RareState.REFUND_IN_DOUBT, !isStarted);
                reach(RareState.REFUND_IN_DOUBT_AFTER_START, isStarted);
            }
            case UNPROVEN_DELIVERY -> {}
        }
    }

    /** A fact is on disk, while the door is open or the mains fails. */
    void followAt(boolean isDoorOpen, Fact fact) {
        switch (fact) {
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    reach(RareState.APPROVED_BEHIND_AN_OPEN_DOOR, isDoorOpen);
            case Fact.DispenseResolved _ -> reach(RareState.DOOR_OPEN_WHILE_TURNING, isDoorOpen);
            case Fact _ -> {}
        }
    }

    /** A start does not go on. */
    void damageFound() {
        reach(RareState.DAMAGE_FOUND_AT_A_START, true);
    }

    /** The screen shows another view. */
    void shown(Phase phase) {
        stage = phase instanceof Phase.Paying paying ? paying.stage() : null;
        boolean isPaused =
                phase instanceof Phase.Servicing(Visit.Entering(Visit.Word word, long _))
                        && word == Visit.Word.PAUSED;
        reach(RareState.PAUSE_OVER_A_START, isPaused && isPausedOverStart);
    }

    /** An answer has come. */
    void answered(Phase phase, String attempt) {
        reach(
                RareState.ANSWER_TO_AN_ENDED_ATTEMPT,
                !(phase instanceof Phase.Paying paying)
                        || !paying.sale().attemptId().equals(attempt));
    }

    /** The journal could not be written. */
    void notWritten(Phase phase) {
        switch (phase) {
            case Phase.Paying _ -> reach(RareState.DISK_FULL_WHILE_PAYING, true);
            case Phase.Dispensing _ -> reach(RareState.DISK_FULL_WHILE_DISPENSING, true);
            case Phase.Returning _ -> reach(RareState.DISK_FULL_WHILE_RETURNING, true);
            case Phase _ -> {}
        }
    }
}
