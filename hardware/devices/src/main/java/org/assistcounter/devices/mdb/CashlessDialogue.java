package org.assistcounter.devices.mdb;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.jspecify.annotations.Nullable;

/**
 * The state every part of the dialogue shares, and the few steps all of them take: set-up, loss,
 * the end of a session. {@link VendDialogue} adds the vend, {@link WaferCashless} the line.
 *
 * <p>Set-up (MDB/ICP 4.2 §7.4.1-§7.4.16): QUIET or any -> RESETTING -> AWAITING_JUST_RESET ->
 * CONFIGURING -> PRICING -> IDENTIFYING -> DISABLED <-> ENABLED. No answer in time -> OFFLINE ->
 * RESETTING every 10 s.
 */
class CashlessDialogue {

    private static final int VMC_LEVEL = 3;
    private static final int DISPLAY_COLUMNS = 16;
    private static final int DISPLAY_ROWS = 2;
    private static final int DISPLAY_FULL_ASCII = 1;
    private static final Identification VMC =
            new Identification("ACM", "000000000001", "KIOSK-AGENT1", 0x0100);
    private static final long OFFLINE_RESET_MILLIS = 10_000;

    final Exchange exchange = new Exchange();
    private final List<CashlessEvent> events = new ArrayList<>();
    private Phase phase = Phase.QUIET;
    private long phaseLimitAt = Long.MAX_VALUE;
    private SessionForm form = SessionForm.UNKNOWN;
    private ReaderMessage.@Nullable ReaderConfig config;
    private boolean started;
    private boolean wanted;

    Phase phase() {
        return phase;
    }

    SessionForm form() {
        return form;
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

    /** The reader's own time limit for an answer, and never less than the general one (§7.5). */
    long responseMillis(long leastMillis) {
        ReaderMessage.ReaderConfig known = config;
        return known == null
                ? leastMillis
                : Math.max(leastMillis, known.responseSecondsMax() * 1_000L);
    }

    PriceScale scale() {
        ReaderMessage.ReaderConfig known = config;
        if (known == null) {
            throw new IllegalStateException("A price before the reader said how it counts.");
        }
        return new PriceScale(known.scale(), known.decimals());
    }

    /** RESET, and set up from there. */
    void restart(long now) {
        started = true;
        exchange.clear();
        enter(Phase.RESETTING);
        send(new VmcMessage.Reset(), now);
    }

    /** SETUP: after JUST RESET, asked for or not. */
    void configure(long now) {
        exchange.clear();
        form = SessionForm.UNKNOWN;
        enter(Phase.CONFIGURING, responseMillis(Exchange.NON_RESPONSE_MILLIS), now);
        send(
                new VmcMessage.SetupConfig(
                        VMC_LEVEL, DISPLAY_COLUMNS, DISPLAY_ROWS, DISPLAY_FULL_ASCII),
                now);
    }

    void configured(ReaderMessage.ReaderConfig reader, long now) {
        if (phase != Phase.CONFIGURING) {
            return;
        }
        config = reader;
        form = new SessionForm(Math.min(VMC_LEVEL, reader.level()), DISPLAY_COLUMNS * DISPLAY_ROWS);
        exchange.drop(VmcMessage.SetupConfig.class, now);
        enter(Phase.PRICING);
        send(new VmcMessage.SetupPrices(Fields.UNKNOWN, 0, 0), now);
    }

    void identify(long now) {
        enter(Phase.IDENTIFYING, responseMillis(Exchange.NON_RESPONSE_MILLIS), now);
        send(new VmcMessage.RequestId(VMC), now);
    }

    /** Set up. The reader has answered everything that matters. */
    void ready(long now) {
        ReaderMessage.ReaderConfig known = config;
        if (phase != Phase.IDENTIFYING || known == null) {
            return;
        }
        exchange.drop(VmcMessage.RequestId.class, now);
        enter(Phase.DISABLED);
        tell(
                new CashlessEvent.ReaderReady(
                        form.level(), known.canRefund(), scale().stepMinor(), scale().mostMinor()));
        reconcile(now);
    }

    /** The owner's last word on taking cards; carried out as soon as the phase allows. */
    void want(boolean cards, long now) {
        wanted = cards;
        reconcile(now);
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

    /** The session is over in order. */
    void sessionEnded(long now) {
        tell(new CashlessEvent.SessionEnded());
        exchange.drop(VmcMessage.SessionComplete.class, now);
        enter(started ? Phase.ENABLED : Phase.QUIET);
        if (started && form.level() == 0) {
            restart(now);
        }
        reconcile(now);
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
        form = SessionForm.UNKNOWN;
        enter(Phase.QUIET);
    }

    void markStarted() {
        started = true;
    }
}
