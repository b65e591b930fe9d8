package org.assistcounter.devices.cabinet;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;

/**
 * The contacts of a cabinet as a line: bytes of levels in, bytes of outputs out, and in between
 * {@link CabinetControl}. The outputs are said again every half second: the other end lets go of
 * the lock and the light when it hears nothing, so a program that has died releases nothing.
 */
public final class CabinetLines implements LineDriver<CabinetCommand, CabinetEvent> {

    private static final long SILENCE_MILLIS = 3_000;
    private static final long REPEAT_MILLIS = 500;

    private final CabinetControl control;
    private final List<CabinetEvent> events = new ArrayList<>();
    private CabinetState state = CabinetState.UNKNOWN;
    private boolean isOpen;
    private long awaitedUntil = Long.MAX_VALUE;
    private boolean wasAwaited;
    private long heardAt;
    private long saidAt;
    private CabinetOutputs said = CabinetOutputs.OFF;

    public CabinetLines(CabinetSettings settings) {
        this.control = new CabinetControl(settings);
    }

    @Override
    public LineOutput<CabinetEvent> opened(long nowMillis) {
        isOpen = true;
        heardAt = nowMillis;
        saidAt = nowMillis - REPEAT_MILLIS;
        await(nowMillis);
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetEvent> closed(long nowMillis) {
        isOpen = false;
        step(new CabinetInput.Lost("the line is gone"), nowMillis);
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetEvent> received(byte[] bytes, long nowMillis) {
        for (byte value : bytes) {
            Optional<CabinetLevels> levels = CabinetBytes.levels(value);
            if (levels.isPresent()) {
                heardAt = nowMillis;
                awaitedUntil = Long.MAX_VALUE;
                step(new CabinetInput.Sampled(levels.get()), nowMillis);
            } else {
                String hex = HexFormat.of().withUpperCase().toHexDigits(value);
                events.add(new CabinetEvent.Garbled(hex));
            }
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetEvent> commanded(CabinetCommand command, long nowMillis) {
        await(nowMillis);
        step(new CabinetInput.Commanded(command), nowMillis);
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetEvent> elapsed(long nowMillis) {
        if (isOpen && state.isKnown() && nowMillis >= heardAt + SILENCE_MILLIS) {
            step(new CabinetInput.Lost("nothing for " + SILENCE_MILLIS + " ms"), nowMillis);
        }
        if (nowMillis >= awaitedUntil) {
            awaitedUntil = Long.MAX_VALUE;
            step(new CabinetInput.Lost("not heard yet"), nowMillis);
        }
        step(new CabinetInput.Elapsed(), nowMillis);
        return output(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        long own = Math.min(control.deadlineMillis(state), awaitedUntil);
        if (!isOpen) {
            return own;
        }
        long silence = state.isKnown() ? heardAt + SILENCE_MILLIS : Long.MAX_VALUE;
        return Math.min(own, Math.min(silence, saidAt + REPEAT_MILLIS));
    }

    /** Contacts that are never heard are told of once, some time after the first word to them. */
    private void await(long now) {
        if (!wasAwaited) {
            wasAwaited = true;
            awaitedUntil = now + SILENCE_MILLIS;
        }
    }

    private void step(CabinetInput input, long now) {
        CabinetStep step = control.step(state, input, now);
        state = step.state();
        events.addAll(step.events());
    }

    private LineOutput<CabinetEvent> output(long now) {
        List<byte[]> sends = List.of();
        CabinetOutputs wanted = state.outputs();
        if (isOpen && (!wanted.equals(said) || now >= saidAt + REPEAT_MILLIS)) {
            said = wanted;
            saidAt = now;
            sends = List.of(new byte[] {CabinetBytes.encode(wanted)});
        }
        LineOutput<CabinetEvent> output = new LineOutput<>(sends, List.copyOf(events));
        events.clear();
        return output;
    }
}
