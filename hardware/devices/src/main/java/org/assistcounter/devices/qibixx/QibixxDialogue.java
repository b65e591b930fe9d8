package org.assistcounter.devices.qibixx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.line.LineOutput;

/**
 * State and steps of the dialogue, authorisation first ({@code D,1}). Nothing that moves money is
 * sent twice. The box does not say what became of money after {@code D,END,-1}: its IDLE proves
 * that the session is over, not that a refund was made, so the settlement is never better than
 * unknown.
 */
final class QibixxDialogue {

    static final long ANSWER_MILLIS = 10_000;
    private static final long APPROVAL_MILLIS = 31_000;
    private static final long OFFLINE_MILLIS = 10_000;
    private static final long STEP_MINOR = 1;
    private static final long MOST_MINOR = 65_534;
    private static final int LEVEL_NOT_TOLD = 0;

    private final List<byte[]> sends = new ArrayList<>();
    private final List<CashlessEvent> events = new ArrayList<>();
    private QibixxPhase phase = QibixxPhase.QUIET;
    private long limitAt = Long.MAX_VALUE;
    private boolean wanted;
    private boolean started;
    private boolean setUp;

    QibixxPhase phase() {
        return phase;
    }

    boolean isStarted() {
        return started;
    }

    /** A set-up is asked for; what is being settled is settled first. */
    void markStarted() {
        started = true;
        setUp = false;
    }

    long deadlineMillis() {
        return limitAt;
    }

    LineOutput<CashlessEvent> output() {
        return LineOutput.drained(sends, events);
    }

    void tell(CashlessEvent event) {
        events.add(event);
    }

    void enter(QibixxPhase next) {
        phase = next;
        limitAt = Long.MAX_VALUE;
    }

    void enter(QibixxPhase next, long limitMillis, long now) {
        phase = next;
        limitAt = now + limitMillis;
    }

    private void send(String line) {
        sends.add((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Off and on again, so that a box that was already on sets its reader up anew. */
    void restart(long now) {
        markStarted();
        enter(QibixxPhase.STARTING, ANSWER_MILLIS, now);
        send("D,0");
        send("D,1");
    }

    void initialised() {
        if (phase == QibixxPhase.STARTING || phase == QibixxPhase.OFFLINE) {
            setUp = true;
            enter(QibixxPhase.DISABLED);
            tell(new CashlessEvent.ReaderReady(LEVEL_NOT_TOLD, false, STEP_MINOR, MOST_MINOR));
        }
    }

    void want(boolean cards) {
        wanted = cards;
    }

    boolean isWanted() {
        return wanted;
    }

    void reconcile(long now) {
        if (wanted && phase == QibixxPhase.DISABLED) {
            enter(QibixxPhase.ENABLING, ANSWER_MILLIS, now);
            send("D,READER,1");
        } else if (!wanted && phase == QibixxPhase.ENABLED) {
            enter(QibixxPhase.DISABLED);
            send("D,READER,0");
        }
    }

    void request(long amountMinor, int item, long now) {
        if (amountMinor < 0 || amountMinor > MOST_MINOR) {
            throw new IllegalArgumentException("Not a price for this box: " + amountMinor);
        }
        enter(QibixxPhase.REQUESTED, APPROVAL_MILLIS, now);
        send(String.format("D,REQ,%d.%02d,%d", amountMinor / 100, amountMinor % 100, item));
    }

    void cancelRequest(long now) {
        enter(QibixxPhase.CANCELLING, ANSWER_MILLIS, now);
        send("D,REQ,-1");
    }

    void confirm(long now) {
        enter(QibixxPhase.CONFIRMING, ANSWER_MILLIS, now);
        send("D,END");
    }

    void fail(long now) {
        enter(QibixxPhase.FAILING, ANSWER_MILLIS, now);
        send("D,END,-1");
    }

    void complete(long now) {
        enter(QibixxPhase.COMPLETING, ANSWER_MILLIS, now);
        send("D,END");
    }

    /** The box cannot be asked what became of a vend nobody asked for; it is taken back. */
    void strayApproval() {
        tell(new CashlessEvent.ReaderLost("approved when nothing was asked, taken back"));
        send("D,END,-1");
    }

    /** What is under way has no further answer. */
    void broken(String reason) {
        switch (phase) {
            case REQUESTED, APPROVED, CANCELLING -> tell(new CashlessEvent.ReaderLost(reason));
            case FAILING -> tell(new CashlessEvent.FailureSettled(Settlement.UNKNOWN));
            default -> {}
        }
        switch (phase) {
            case SESSION, CONFIRMING, FAILING, CANCELLING, COMPLETING ->
                    tell(new CashlessEvent.SessionEnded());
            default -> {}
        }
        forgetLine();
    }

    /** Nothing that the box said before is known to hold. */
    void forgetLine() {
        setUp = false;
        enter(QibixxPhase.QUIET);
    }

    void lost(String reason, long now) {
        tell(new CashlessEvent.ReaderLost(reason));
        enter(QibixxPhase.OFFLINE, OFFLINE_MILLIS, now);
    }

    /** The box says that nothing is open any more. */
    void idle(long now) {
        switch (phase) {
            case ENABLING -> enter(QibixxPhase.ENABLED);
            case SESSION, COMPLETING -> over(now);
            case REQUESTED, CANCELLING -> {
                tell(new CashlessEvent.VendDenied());
                over(now);
            }
            case CONFIRMING -> {
                tell(new CashlessEvent.VendConfirmed());
                over(now);
            }
            case FAILING -> {
                tell(new CashlessEvent.FailureSettled(Settlement.UNKNOWN));
                over(now);
            }
            case APPROVED -> tell(new CashlessEvent.ReaderLost("the box ended an approved vend"));
            case QUIET, STARTING, DISABLED, ENABLED, OFFLINE -> {}
        }
        reconcile(now);
    }

    private void over(long now) {
        tell(new CashlessEvent.SessionEnded());
        if (setUp) {
            enter(QibixxPhase.ENABLED);
        } else if (started) {
            restart(now);
        } else {
            enter(QibixxPhase.QUIET);
        }
    }
}
