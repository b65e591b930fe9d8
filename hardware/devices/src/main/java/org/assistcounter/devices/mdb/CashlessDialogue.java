package org.assistcounter.devices.mdb;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessEvent;

/**
 * The state every part of the dialogue shares, and the few steps all of them take: reset, loss, the
 * owner's wish for cards. {@link SetupDialogue} adds the set-up, {@link VendDialogue} the vend,
 * {@link WaferCashless} the line.
 */
class CashlessDialogue {

    private static final long OFFLINE_RESET_MILLIS = 10_000;

    final Exchange exchange;
    private final List<CashlessEvent> events = new ArrayList<>();
    private Phase phase = Phase.QUIET;
    private long phaseLimitAt = Long.MAX_VALUE;
    private boolean started;
    private boolean wanted;
    private boolean awaited;

    CashlessDialogue(CashlessAddress address) {
        this.exchange = new Exchange(address);
    }

    Phase phase() {
        return phase;
    }

    SessionForm form() {
        return exchange.form();
    }

    void agreeOn(SessionForm form) {
        exchange.agree(form);
    }

    boolean isStarted() {
        return started;
    }

    void tell(CashlessEvent event) {
        events.add(event);
    }

    void send(VmcMessage message, long now) {
        exchange.send(message, now);
    }

    /** Enters a phase that must be left within the given time. */
    void enter(Phase next, long limitMillis, long now) {
        phase = next;
        phaseLimitAt = now + limitMillis;
    }

    /**
     * Enters a phase that the answer to a command ends. The exchange minds its silence; what came
     * in place of the answer, noise or another's data, would leave nothing to wait for.
     */
    void enterUntilAnswered(Phase next, long now) {
        enter(next, 2 * exchange.patienceMillis(), now);
    }

    /** Enters a phase that may last. */
    void enter(Phase next) {
        phase = next;
        phaseLimitAt = Long.MAX_VALUE;
    }

    /** Whether the phase's time is over; true once. */
    boolean takePhaseLimit(long now) {
        boolean over = now >= phaseLimitAt;
        if (over) {
            phaseLimitAt = Long.MAX_VALUE;
        }
        return over;
    }

    long deadlineMillis() {
        return Math.min(phaseLimitAt, exchange.deadlineMillis());
    }

    List<CashlessEvent> takeEvents() {
        List<CashlessEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** RESET, and set up from there. */
    void restart(long now) {
        started = true;
        exchange.clear();
        enterUntilAnswered(Phase.RESETTING, now);
        send(new VmcMessage.Reset(), now);
    }

    /** The owner's last word on taking cards; carried out as soon as the phase allows. */
    void want(boolean cards, long now) {
        wanted = cards;
        awaited = cards;
        reconcile(now);
    }

    /** Whether a card has been wished for and none been told of since; true once. */
    boolean takeAwaited() {
        boolean is = awaited;
        awaited = false;
        return is;
    }

    void reconcile(long now) {
        if (!exchange.isIdle()) {
            return;
        }
        if (wanted && phase == Phase.DISABLED) {
            send(new VmcMessage.ReaderEnable(), now);
        }
        if (!wanted && phase == Phase.ENABLED) {
            send(new VmcMessage.ReaderDisable(), now);
        }
    }

    boolean isWanted() {
        return wanted;
    }

    /** The reader does not answer, or says that it is out of order. */
    void lost(String reason, long now) {
        tell(new CashlessEvent.ReaderLost(reason));
        goOffline(now);
    }

    void goOffline(long now) {
        exchange.clear();
        enter(Phase.OFFLINE, OFFLINE_RESET_MILLIS, now);
    }

    /** The session is over because only a RESET helps; the owner's book-keeping comes first. */
    void sessionBroken(long now) {
        tell(new CashlessEvent.SessionEnded());
        if (started) {
            restart(now);
        } else {
            exchange.clear();
            enter(Phase.QUIET);
        }
    }

    /** A line has opened or gone; nothing that was said on the old one holds. */
    void forgetLine() {
        exchange.clear();
        agreeOn(SessionForm.UNKNOWN);
        enter(Phase.QUIET);
    }

    void markStarted() {
        started = true;
    }
}
