package org.assistcounter.devices.mdb;

import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;

/**
 * A session with a card (MDB/ICP 4.2 §7.2, §7.4.4-§7.4.12).
 *
 * <p>ENABLED -(03)-> SESSION -(13 00)-> REQUESTED -(05)-> APPROVED -(13 02)-> CONFIRMING or -(13
 * 03)-> FAILING, then COMPLETING -(07)-> ENABLED. REQUESTED -(06)-> COMPLETING; REQUESTED -(13
 * 01)-> CANCELLING -(06)-> COMPLETING; an approval that crosses the cancel is failed at once. QUIET
 * -(13 02 or 13 03)-> as from APPROVED: what a crash of the owner left open. 0B -> RESET, after the
 * owner has been told. VEND FAILURE that is taken is followed by our own polls: ACK means refunded.
 */
final class VendDialogue extends SetupDialogue {

    private static final long APPROVAL_MILLIS = 30_000;
    private static final long REFUND_MILLIS = 30_000;
    private static final long POLL_SLACK_MILLIS = 1_000;

    private Settling settling = Settling.FAILED_BY_OWNER;
    private boolean doubtful;
    private boolean goesOn;

    VendDialogue(CashlessSettings settings) {
        super(settings);
    }

    /** A line came that is no message: an ACK after it proves nothing about a refund. */
    void garbled() {
        doubtful = true;
    }

    void began(ReaderMessage.BeginSession begin, long now) {
        exchange.drop(VmcMessage.ReaderEnable.class, now);
        if (phase() != Phase.ENABLED && phase() != Phase.DISABLED) {
            return;
        }
        enter(Phase.SESSION);
        if (!isWanted()) {
            complete(now);
            return;
        }
        boolean isUnknown = begin.funds() == ReaderMessage.BeginSession.FUNDS_UNKNOWN;
        tell(new CashlessEvent.SessionBegan(isUnknown ? -1 : scale().minorOf(begin.funds())));
    }

    /** A request that crosses the end of its session is refused: nothing was asked. */
    void request(long amountMinor, int item, long now) {
        switch (phase()) {
            case SESSION -> ask(amountMinor, item, now);
            case ENABLED -> {
                if (isAlwaysIdle()) {
                    ask(amountMinor, item, now);
                } else {
                    tell(new CashlessEvent.VendDenied());
                }
            }
            case REQUESTED, APPROVED, CONFIRMING, FAILING, CANCELLING ->
                    throw new IllegalStateException("A second vend in a session: " + phase());
            default -> tell(new CashlessEvent.VendDenied());
        }
    }

    private void ask(long amountMinor, int item, long now) {
        long price = scale().rawOf(amountMinor);
        enter(Phase.REQUESTED, responseMillis(APPROVAL_MILLIS) + POLL_SLACK_MILLIS, now);
        send(new VmcMessage.VendRequest(price, item), now);
    }

    void approved(long amount, long now) {
        exchange.drop(VmcMessage.VendRequest.class, now);
        if (phase() == Phase.REQUESTED) {
            enter(Phase.APPROVED);
            tell(new CashlessEvent.VendApproved(scale().minorOf(amount)));
        } else if (phase() == Phase.CANCELLING) {
            exchange.drop(VmcMessage.VendCancel.class, now);
            startFailing(now);
        } else if (phase() == Phase.FAILING) {
            // What was failed before was not yet approved; what is approved now is failed again.
            exchange.clear();
            startFailing(now);
        }
    }

    /** After an approval that crossed the cancel, a denial says that the cancel won after all. */
    void denied(long now) {
        if (phase() == Phase.REQUESTED) {
            exchange.drop(VmcMessage.VendRequest.class, now);
            tell(new CashlessEvent.VendDenied());
            complete(now);
        } else if (phase() == Phase.CANCELLING) {
            exchange.drop(VmcMessage.VendCancel.class, now);
            settling.outcome(Settlement.REFUNDED).forEach(this::tell);
            complete(now);
        } else if (settling != Settling.FAILED_BY_OWNER) {
            settled(Settlement.REFUNDED, now);
        }
    }

    void confirm(int item, boolean more, long now) {
        goesOn = more;
        if (phase() == Phase.APPROVED || phase() == Phase.QUIET) {
            enterUntilAnswered(Phase.CONFIRMING, now);
            send(new VmcMessage.VendSuccess(item), now);
        } else {
            requireNoVend("confirmed");
            endWithoutVend(now);
        }
    }

    void fail(boolean more, long now) {
        goesOn = more;
        if (phase() == Phase.APPROVED || phase() == Phase.QUIET) {
            settling = Settling.FAILED_BY_OWNER;
            startFailing(now);
        } else {
            requireNoVend("failed");
            tell(new CashlessEvent.FailureSettled(Settlement.UNKNOWN));
            endWithoutVend(now);
        }
    }

    /** The vend to settle went with a reset; another session may have begun since. */
    private void endWithoutVend(long now) {
        switch (phase()) {
            case SESSION -> complete(now);
            case COMPLETING -> {}
            default -> tell(new CashlessEvent.SessionEnded());
        }
    }

    private void requireNoVend(String what) {
        switch (phase()) {
            case REQUESTED, CONFIRMING, FAILING, CANCELLING ->
                    throw new IllegalStateException("A vend " + what + " in " + phase());
            default -> {}
        }
    }

    private void startFailing(long now) {
        doubtful = false;
        enter(Phase.FAILING, responseMillis(REFUND_MILLIS), now);
        send(new VmcMessage.VendFailure(), now);
    }

    /** No card is wanted: whatever has begun is ended by the command that its phase demands. */
    void cancel(long now) {
        want(false, now);
        if (phase() == Phase.SESSION) {
            complete(now);
        } else if (phase() == Phase.REQUESTED) {
            cancelRequest(Settling.CANCELLED_BY_OWNER, now);
        }
    }

    private void cancelRequest(Settling reason, long now) {
        settling = reason;
        exchange.drop(VmcMessage.VendRequest.class, now);
        enter(Phase.CANCELLING, responseMillis(Exchange.NON_RESPONSE_MILLIS) * 2, now);
        send(new VmcMessage.VendCancel(), now);
    }

    void complete(long now) {
        enter(Phase.COMPLETING, responseMillis(Exchange.NON_RESPONSE_MILLIS) * 2, now);
        send(new VmcMessage.SessionComplete(), now);
    }

    void settled(Settlement settlement, long now) {
        if (phase() != Phase.FAILING) {
            return;
        }
        exchange.clear();
        settling.outcome(settlement).forEach(this::tell);
        switch (settlement) {
            case REFUNDED -> goOnOrComplete(now);
            case LOST -> complete(now);
            case UNKNOWN -> sessionBroken(now);
        }
    }

    /** A reader that takes several vends in a session is asked for the next one at once. */
    private void goOnOrComplete(long now) {
        if (goesOn && isMultivend() && isWanted() && isStarted()) {
            goesOn = false;
            enter(Phase.SESSION);
            tell(new CashlessEvent.SessionBegan(-1));
        } else {
            complete(now);
        }
    }

    void ended(long now) {
        switch (phase()) {
            case COMPLETING, SESSION -> sessionEnded(now);
            case REQUESTED -> {
                tell(new CashlessEvent.VendDenied());
                sessionEnded(now);
            }
            case CANCELLING -> {
                exchange.drop(VmcMessage.VendCancel.class, now);
                settling.outcome(Settlement.REFUNDED).forEach(this::tell);
                sessionEnded(now);
            }
            default -> {}
        }
    }

    /** The reader took the message. */
    void taken(VmcMessage message, long now) {
        switch (message) {
            case VmcMessage.Reset() -> resetTaken(now);
            case VmcMessage.SetupPrices ignored -> pricesTaken(now);
            case VmcMessage.EnableOptions(long bits) -> optionsTaken(bits, now);
            case VmcMessage.ReaderEnable() -> {
                switched(Phase.ENABLED);
                beginIdle();
            }
            case VmcMessage.ReaderDisable() -> switched(Phase.DISABLED);
            case VmcMessage.VendSuccess ignored -> {
                tell(new CashlessEvent.VendConfirmed());
                goOnOrComplete(now);
            }
            case VmcMessage.VendFailure() -> send(new VmcMessage.Poll(), now);
            case VmcMessage.Poll() ->
                    settled(doubtful ? Settlement.UNKNOWN : Settlement.REFUNDED, now);
            case VmcMessage.CashSale ignored -> tell(new CashlessEvent.CashSaleNoted());
            case VmcMessage.SetupCommand ignored -> {}
            case VmcMessage.VendCommand ignored -> {}
            case VmcMessage.ReaderCommand ignored -> {}
            case VmcMessage.RevalueCommand ignored -> {}
            case VmcMessage.ExpansionCommand ignored -> {}
            case VmcMessage.NotUsed ignored -> {}
        }
        reconcile(now);
    }

    private void resetTaken(long now) {
        if (phase() == Phase.RESETTING) {
            enter(Phase.AWAITING_JUST_RESET, Exchange.NON_RESPONSE_MILLIS, now);
        }
    }

    private void switched(Phase next) {
        if (phase() == Phase.DISABLED || phase() == Phase.ENABLED) {
            enter(next);
        }
    }

    /**
     * A reader that is still giving money back answers no poll, and its box says so. With a box
     * that says nothing a word of the reader may be lost: an ACK after it proves nothing.
     */
    void polledInVain(long now) {
        doubtful |= exchange.wasSilent();
        askAgain(now);
    }

    /** The reader said something else than what became of the money, or is still at it. */
    void askAgain(long now) {
        if (phase() == Phase.FAILING && exchange.isIdle()) {
            send(new VmcMessage.Poll(), now);
        }
    }

    /** The reader's time is over: a command was never taken, or what must follow did not come. */
    void overdue(long now) {
        switch (phase()) {
            case QUIET, OFFLINE -> restart(now);
            case DISABLED, ENABLED, SESSION, APPROVED -> lost("the reader does not answer", now);
            case RESETTING, CONFIGURING, PRICING, OPTING, PRICING_AGAIN ->
                    lost("the reader does not answer", now);
            case AWAITING_JUST_RESET -> lost("the reader does not come back from a reset", now);
            case IDENTIFYING -> ready(now);
            case REQUESTED -> cancelRequest(Settling.TIMED_OUT, now);
            case CANCELLING -> {
                settling.outcome(Settlement.UNKNOWN).forEach(this::tell);
                sessionBroken(now);
            }
            case FAILING -> settled(Settlement.UNKNOWN, now);
            case CONFIRMING, COMPLETING -> sessionBroken(now);
        }
    }

    /** 0B, or a reset nobody asked for: the vend under way, if any, has no further answer. */
    void broken(String reason) {
        switch (phase()) {
            case REQUESTED, APPROVED -> tell(new CashlessEvent.ReaderLost(reason));
            case CANCELLING, FAILING -> settling.outcome(Settlement.UNKNOWN).forEach(this::tell);
            default -> {}
        }
        switch (phase()) {
            case SESSION, CONFIRMING, FAILING, CANCELLING, COMPLETING ->
                    tell(new CashlessEvent.SessionEnded());
            default -> {}
        }
        forgetLine();
    }
}
