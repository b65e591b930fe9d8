package org.assistcounter.devices.mdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command at a time: sends it, waits for the box's answer, repeats it within the non-response
 * time (MDB/ICP 4.2 §7.5), and holds the next ones back. What must not run twice is never repeated:
 * of VEND REQUEST, CANCEL and FAILURE only one that the box says was not taken, and VEND REQUEST
 * not even then, because a lost ACK looks the same.
 */
final class Exchange {

    static final long NON_RESPONSE_MILLIS = 5_000;
    private static final long REPEAT_MILLIS = 250;
    private static final long SILENCE_MILLIS = 1_000;
    private static final int WAITING_MAX = 5;

    private final CashlessAddress address;
    private final Deque<VmcMessage> waiting = new ArrayDeque<>();
    private final List<byte[]> sends = new ArrayList<>();
    private @Nullable VmcMessage inFlight;
    private SessionForm form = SessionForm.UNKNOWN;
    private long patienceMillis = NON_RESPONSE_MILLIS;
    private boolean isUnsent;
    private boolean isHeard;
    private boolean wasSilent;
    private long limitAt;
    private long repeatAt;

    Exchange(CashlessAddress address) {
        this.address = address;
    }

    /** What later messages look like, both ways. */
    void agree(SessionForm agreed) {
        form = agreed;
    }

    /** How long a reader may leave a command without an answer. */
    void waitFor(long millis) {
        patienceMillis = millis;
    }

    long patienceMillis() {
        return patienceMillis;
    }

    SessionForm form() {
        return form;
    }

    /** Sends the message now, or as soon as the one before it is answered. */
    void send(VmcMessage message, long nowMillis) {
        if (inFlight != null) {
            if (waiting.size() == WAITING_MAX) {
                throw new IllegalStateException("More than " + WAITING_MAX + " commands wait.");
            }
            waiting.add(message);
            return;
        }
        inFlight = message;
        limitAt = nowMillis + patienceMillis;
        transmit(message, nowMillis);
    }

    /**
     * Whether what is in flight has not left yet. A line that is read before it does answers
     * something else: a box may say a line twice.
     */
    boolean isUnsent() {
        return isUnsent && inFlight != null;
    }

    /** The message in flight has its answer; the next one goes out. */
    @Nullable VmcMessage answered(long nowMillis) {
        VmcMessage done = inFlight;
        inFlight = null;
        if (!waiting.isEmpty()) {
            send(waiting.remove(), nowMillis);
        }
        return done;
    }

    /** The box says that the reader did not take the message in flight. */
    void notTaken(long nowMillis) {
        isHeard = true;
        repeatAt =
                inFlight instanceof VmcMessage.VendRequest
                        ? Long.MAX_VALUE
                        : nowMillis + REPEAT_MILLIS;
    }

    /** Repeats what is due; gives the message in flight when its time is over, and forgets it. */
    @Nullable VmcMessage elapsed(long nowMillis) {
        VmcMessage message = inFlight;
        if (message == null) {
            return null;
        }
        if (nowMillis >= limitAt) {
            wasSilent = !isHeard;
            return answered(nowMillis);
        }
        if (nowMillis >= repeatAt) {
            transmit(message, nowMillis);
        }
        return null;
    }

    /** Whether the box said nothing at all to what was sent last, when its time was over. */
    boolean wasSilent() {
        return wasSilent;
    }

    /** Forgets the message in flight because what followed proves that it was taken. */
    void drop(Class<? extends VmcMessage> kind, long nowMillis) {
        if (kind.isInstance(inFlight)) {
            answered(nowMillis);
        }
    }

    void clear() {
        inFlight = null;
        waiting.clear();
    }

    /** Whether something that need not be sent may be, and leaves room for what must. */
    boolean hasRoom() {
        return waiting.isEmpty();
    }

    boolean isIdle() {
        return inFlight == null;
    }

    long deadlineMillis() {
        return inFlight == null ? Long.MAX_VALUE : Math.min(limitAt, repeatAt);
    }

    /** What is to be written now. */
    List<byte[]> takeSends() {
        List<byte[]> taken = List.copyOf(sends);
        sends.clear();
        isUnsent = false;
        return taken;
    }

    private void transmit(VmcMessage message, long nowMillis) {
        sends.add(VmcMessageCodec.encode(message, form, address));
        isUnsent = true;
        isHeard = false;
        repeatAt = mayRepeatUnasked(message) ? nowMillis + SILENCE_MILLIS : Long.MAX_VALUE;
    }

    /** A late answer to the first of two equal commands would be taken for that of the second. */
    private static boolean mayRepeatUnasked(VmcMessage message) {
        return switch (message) {
            case VmcMessage.Reset() -> true;
            case VmcMessage.Poll() -> false;
            case VmcMessage.SetupCommand ignored -> true;
            case VmcMessage.VendSuccess ignored -> true;
            case VmcMessage.SessionComplete() -> true;
            case VmcMessage.VendCommand ignored -> false;
            case VmcMessage.ReaderCommand ignored -> true;
            case VmcMessage.RevalueCommand ignored -> false;
            case VmcMessage.Diagnostics ignored -> false;
            case VmcMessage.ExpansionCommand ignored -> true;
            case VmcMessage.NotUsed ignored -> false;
        };
    }
}
