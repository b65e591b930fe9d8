package org.assistcounter.simulation.port;

import java.util.function.Consumer;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;

/**
 * From a set-up reader to the end of a session, at the driver's times: five seconds for an answer,
 * half a minute for a decision or a refund. An approval that crosses a cancel is failed at once.
 */
final class CardSession extends CardSetup {
    private static final long DECISION_MILLIS = 31_000;
    private static final long REFUND_MILLIS = 30_000;
    private static final long POLL_MILLIS = 200;
    private static final long ANSWER_MILLIS = 4;

    private CardWhy why = CardWhy.FAILED;
    private boolean isDoubtful;
    private boolean goesOn;
    private long polledMillis;

    CardSession(Line line, CardTerminal reader, Consumer<CashlessEvent> ears) {
        super(line, reader, ears);
    }

    @Override
    public void garbled() {
        isDoubtful = true;
        tell(new CashlessEvent.Garbled("E713510A", "noise"));
    }

    void hear(CardWord word) {
        if (phase() == CardPhase.QUIET) {
            return;
        }
        switch (word) {
            case CardWord.JustReset() -> justReset();
            case CardWord.CardThere(long funds) -> began(funds);
            case CardWord.CardGone() -> {
                switch (phase()) {
                    case SESSION, ENABLED, DISABLED -> complete();
                    default -> {}
                }
            }
            case CardWord.Approved(long amount) -> approved(amount);
            case CardWord.Denied() -> denied();
            case CardWord.Ended() -> ended();
            case CardWord.RefundLost() -> settled(Settlement.LOST);
            case CardWord.OutOfSequence() -> outOfSequence();
        }
        reconcile();
    }

    /** What is being settled is settled first; a set-up under way is the one asked for. */
    void start() {
        markStarted();
        switch (phase()) {
            case CONFIRMING, FAILING, CANCELLING, COMPLETING -> {}
            case RESETTING, AWAITING_RESET, SETTING_UP -> {}
            case QUIET, DISABLED, ENABLED, SESSION, REQUESTED, APPROVED, OFFLINE -> restart();
        }
    }

    private void began(long funds) {
        talk().drop(CardAsk.ENABLE);
        if (phase() != CardPhase.ENABLED && phase() != CardPhase.DISABLED) {
            return;
        }
        enter(CardPhase.SESSION);
        if (isWanted()) {
            tell(new CashlessEvent.SessionBegan(funds));
        } else {
            complete();
        }
    }

    void request(long amountMinor) {
        switch (phase()) {
            case SESSION -> ask(amountMinor);
            case ENABLED -> {
                if (reader().isAlwaysIdle()) {
                    ask(amountMinor);
                } else {
                    tell(new CashlessEvent.VendDenied());
                }
            }
            case REQUESTED, APPROVED, CONFIRMING, FAILING, CANCELLING ->
                    throw new IllegalStateException("a second vend in a session: " + phase());
            default -> tell(new CashlessEvent.VendDenied());
        }
    }

    private void ask(long amountMinor) {
        enter(CardPhase.REQUESTED, DECISION_MILLIS);
        talk().send(CardAsk.REQUEST, amountMinor);
    }

    private void approved(long amount) {
        talk().drop(CardAsk.REQUEST);
        switch (phase()) {
            case REQUESTED -> {
                enter(CardPhase.APPROVED);
                tell(new CashlessEvent.VendApproved(amount));
            }
            case CANCELLING -> {
                talk().drop(CardAsk.CANCEL);
                startFailing();
            }
            case FAILING -> {
                talk().clear();
                startFailing();
            }
            default -> {}
        }
    }

    private void denied() {
        if (phase() == CardPhase.REQUESTED) {
            talk().drop(CardAsk.REQUEST);
            tell(new CashlessEvent.VendDenied());
            complete();
        } else if (phase() == CardPhase.CANCELLING) {
            talk().drop(CardAsk.CANCEL);
            outcome(Settlement.REFUNDED);
            complete();
        } else if (why != CardWhy.FAILED) {
            settled(Settlement.REFUNDED);
        }
    }

    void confirm(boolean more) {
        goesOn = more;
        if (phase() == CardPhase.APPROVED || phase() == CardPhase.QUIET) {
            enter(CardPhase.CONFIRMING);
            talk().send(CardAsk.SUCCESS, 0);
        } else {
            requireNoVend("confirmed");
            endWithoutVend();
        }
    }

    void fail(boolean more) {
        goesOn = more;
        if (phase() == CardPhase.APPROVED || phase() == CardPhase.QUIET) {
            why = CardWhy.FAILED;
            startFailing();
        } else {
            requireNoVend("failed");
            tell(new CashlessEvent.FailureSettled(Settlement.UNKNOWN));
            endWithoutVend();
        }
    }

    private void endWithoutVend() {
        switch (phase()) {
            case SESSION -> complete();
            case COMPLETING -> {}
            default -> tell(new CashlessEvent.SessionEnded());
        }
    }

    private void startFailing() {
        isDoubtful = false;
        enter(CardPhase.FAILING, REFUND_MILLIS);
        talk().send(CardAsk.FAILURE, 0);
    }

    void cancel() {
        want(false);
        if (phase() == CardPhase.SESSION) {
            complete();
        } else if (phase() == CardPhase.REQUESTED) {
            cancelRequest(CardWhy.CANCELLED);
        }
    }

    private void cancelRequest(CardWhy reason) {
        why = reason;
        talk().drop(CardAsk.REQUEST);
        enter(CardPhase.CANCELLING, ENDING_MILLIS);
        talk().send(CardAsk.CANCEL, 0);
    }

    private void settled(Settlement settlement) {
        if (phase() != CardPhase.FAILING) {
            return;
        }
        talk().clear();
        outcome(settlement);
        switch (settlement) {
            case REFUNDED -> goOnOrComplete();
            case LOST -> complete();
            case UNKNOWN -> sessionBroken();
        }
    }

    private void goOnOrComplete() {
        if (goesOn && reader().isMultivend() && isWanted() && isStarted()) {
            goesOn = false;
            enter(CardPhase.SESSION);
            tell(new CashlessEvent.SessionBegan(-1));
        } else {
            complete();
        }
    }

    private void ended() {
        switch (phase()) {
            case COMPLETING, SESSION -> sessionEnded();
            case REQUESTED -> {
                tell(new CashlessEvent.VendDenied());
                sessionEnded();
            }
            case CANCELLING -> {
                talk().drop(CardAsk.CANCEL);
                outcome(Settlement.REFUNDED);
                sessionEnded();
            }
            default -> {}
        }
    }

    @Override
    public void taken(CardAsk ask) {
        switch (ask) {
            case RESET, ENABLE, DISABLE -> setUpTaken(ask);
            case SUCCESS -> {
                tell(new CashlessEvent.VendConfirmed());
                goOnOrComplete();
            }
            case FAILURE -> pollRefund();
            case REQUEST, CANCEL, COMPLETE -> {}
        }
        reconcile();
    }

    /** The reader is asked until it has said all and nothing of a loss: then it gave it back. */
    private void pollRefund() {
        polledMillis = line().nowMillis();
        boolean isSilent = reader().isSilent();
        long rest = isSilent ? PATIENCE_MILLIS : reader().refundsUntilMillis() - polledMillis;
        inThisPhase(Math.max(rest, ANSWER_MILLIS), this::refundPolled);
    }

    private void refundPolled() {
        isDoubtful |= reader().silentUntilMillis() > polledMillis;
        if (reader().isSilent() || reader().refundsUntilMillis() > line().nowMillis()) {
            pollRefund();
        } else if (reader().hasToSay()) {
            inThisPhase(POLL_MILLIS, this::refundPolled);
        } else {
            settled(isDoubtful ? Settlement.UNKNOWN : Settlement.REFUNDED);
        }
    }

    @Override
    void overdue() {
        switch (phase()) {
            case QUIET, OFFLINE -> restart();
            case DISABLED, ENABLED, SESSION, APPROVED, RESETTING, AWAITING_RESET, SETTING_UP ->
                    lost("the reader does not answer");
            case REQUESTED -> cancelRequest(CardWhy.TIMED_OUT);
            case CANCELLING -> {
                outcome(Settlement.UNKNOWN);
                sessionBroken();
            }
            case FAILING -> settled(Settlement.UNKNOWN);
            case CONFIRMING, COMPLETING -> sessionBroken();
        }
    }

    @Override
    void broken(String reason) {
        switch (phase()) {
            case REQUESTED, APPROVED -> tell(new CashlessEvent.ReaderLost(reason));
            case CANCELLING, FAILING -> outcome(Settlement.UNKNOWN);
            default -> {}
        }
        switch (phase()) {
            case SESSION, CONFIRMING, FAILING, CANCELLING, COMPLETING ->
                    tell(new CashlessEvent.SessionEnded());
            default -> {}
        }
        forget();
    }

    private void outOfSequence() {
        if (phase() == CardPhase.APPROVED || phase() == CardPhase.RESETTING) {
            return;
        }
        broken("command out of sequence");
        if (isStarted()) {
            restart();
        }
    }

    private void outcome(Settlement settlement) {
        why.outcome(settlement).ifPresent(this::tell);
    }
}
