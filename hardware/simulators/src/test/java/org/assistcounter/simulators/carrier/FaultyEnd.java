package org.assistcounter.simulators.carrier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a wire behind a length of bad cable: one message that was chosen beforehand gets
 * a {@link WireFault}, every other passes as it is. Both ends know nothing of it.
 */
final class FaultyEnd<T, S> implements LineDriver<T, S> {

    private static final long BETWEEN_PORTIONS_MILLIS = 7;

    /** Which message is next to suffer what. */
    private record Plan(WireFault fault, Predicate<byte[]> message) {}

    private final LineDriver<T, S> end;
    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
    private final AtomicReference<@Nullable Predicate<byte[]>> toMaim = new AtomicReference<>();
    private byte[] held = {};
    private long heldUntil = Long.MAX_VALUE;

    FaultyEnd(LineDriver<T, S> end) {
        this.end = end;
    }

    void plan(WireFault fault, Predicate<byte[]> message) {
        plan.set(new Plan(fault, message));
    }

    /** The next message to the device that looks so loses a byte. */
    void planToMaim(Predicate<byte[]> message) {
        toMaim.set(message);
    }

    /** Whether the planned fault has not happened. */
    boolean isPending() {
        return plan.get() != null || toMaim.get() != null;
    }

    @Override
    public LineOutput<S> opened(long nowMillis) {
        return carried(end.opened(nowMillis), nowMillis);
    }

    @Override
    public LineOutput<S> closed(long nowMillis) {
        held = new byte[0];
        heldUntil = Long.MAX_VALUE;
        return carried(end.closed(nowMillis), nowMillis);
    }

    @Override
    public LineOutput<S> received(byte[] bytes, long nowMillis) {
        byte[] heard = bytes;
        Predicate<byte[]> maimed = toMaim.get();
        if (maimed != null && maimed.test(bytes)) {
            toMaim.set(null);
            heard = without(bytes, bytes.length / 2);
        }
        return carried(end.received(heard, nowMillis), nowMillis);
    }

    @Override
    public LineOutput<S> commanded(T command, long nowMillis) {
        return carried(end.commanded(command, nowMillis), nowMillis);
    }

    @Override
    public LineOutput<S> elapsed(long nowMillis) {
        LineOutput<S> output =
                nowMillis >= end.deadlineMillis() ? end.elapsed(nowMillis) : LineOutput.none();
        return carried(output, nowMillis);
    }

    @Override
    public long deadlineMillis() {
        return Math.min(heldUntil, end.deadlineMillis());
    }

    private LineOutput<S> carried(LineOutput<S> output, long now) {
        List<byte[]> sends = new ArrayList<>();
        if (now >= heldUntil) {
            sends.add(take(new byte[0]));
        }
        output.sends().forEach(message -> carry(message, sends, now));
        return new LineOutput<>(sends, output.events());
    }

    private void carry(byte[] message, List<byte[]> sends, long now) {
        Plan next = plan.get();
        if (next == null || !next.message().test(message)) {
            sends.add(take(message));
            return;
        }
        plan.set(null);
        int middle = message.length / 2;
        switch (next.fault()) {
            case NONE -> sends.add(take(message));
            case BYTE_DROPPED -> sends.add(take(without(message, middle)));
            case DOUBLED -> sends.add(take(joined(message, message)));
            case GLUED -> held = take(message);
            case SPLIT -> {
                sends.add(take(Arrays.copyOf(message, middle)));
                held = Arrays.copyOfRange(message, middle, message.length);
                heldUntil = now + BETWEEN_PORTIONS_MILLIS;
            }
        }
    }

    /** What was held back goes out before anything new. */
    private byte[] take(byte[] message) {
        byte[] all = joined(held, message);
        held = new byte[0];
        heldUntil = Long.MAX_VALUE;
        return all;
    }

    private static byte[] without(byte[] message, int at) {
        return joined(
                Arrays.copyOf(message, at), Arrays.copyOfRange(message, at + 1, message.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
