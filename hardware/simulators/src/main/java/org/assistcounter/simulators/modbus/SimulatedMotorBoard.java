package org.assistcounter.simulators.modbus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;
import org.assistcounter.devices.modbus.Crc16;
import org.assistcounter.devices.modbus.MotorMap;
import org.assistcounter.devices.modbus.MotorState;
import org.jspecify.annotations.Nullable;

/**
 * A motor board as a Modbus slave with the registers of a {@link MotorMap}; other functions get
 * exception 1, other registers exception 2.
 *
 * <p>Fault model. The board: a command refused, carried out and not answered, or lost; silence; a
 * moment without power. The wire: an answer late, with a wrong CRC, or broken off. The motor: any
 * end that a state tells. A motor turns once for each command that was heard, never more.
 */
public final class SimulatedMotorBoard implements LineDriver<MotorTrick, MotorSnapshot> {

    private static final long TURN_MILLIS = 2_000;
    private static final int READ = 0x03;
    private static final int WRITE = 0x10;
    private static final int SHORT_BYTES = 8;
    private static final int WRITE_BYTES = 13;
    private static final int SELECTIONS = 60;

    private final MotorMap map;
    private final List<byte[]> sends = new ArrayList<>();
    private final Set<String> faults = new TreeSet<>();
    private byte[] begun = {};
    private byte @Nullable [] later;
    private long laterAt = Long.MAX_VALUE;
    private final Shown<MotorSnapshot> shown = new Shown<>();
    private MotorState end = MotorState.DELIVERED;
    private MotorState state = MotorState.IDLE;
    private int ticket;
    private int refuseWith;
    private long delayMillis;
    private long turnEndsAt = Long.MAX_VALUE;
    private long silentUntil = Long.MIN_VALUE;
    private long turns;
    private long drops;

    public SimulatedMotorBoard(MotorMap map) {
        this.map = map;
    }

    @Override
    public LineOutput<MotorSnapshot> opened(long nowMillis) {
        begun = new byte[0];
        return output();
    }

    @Override
    public LineOutput<MotorSnapshot> closed(long nowMillis) {
        laterAt = Long.MAX_VALUE;
        return output();
    }

    @Override
    public LineOutput<MotorSnapshot> received(byte[] bytes, long nowMillis) {
        int before = begun.length;
        begun = Arrays.copyOf(begun, before + bytes.length);
        System.arraycopy(bytes, 0, begun, before, bytes.length);
        boolean isWrite = begun.length > 1 && begun[1] == WRITE;
        if (begun.length >= (isWrite ? WRITE_BYTES : SHORT_BYTES)) {
            byte[] frame = begun;
            begun = new byte[0];
            boolean isForUs = Crc16.isSound(frame) && frame[0] == map.unit();
            if (isForUs && nowMillis >= silentUntil) {
                heard(frame, nowMillis);
            }
        }
        return output();
    }

    @Override
    public LineOutput<MotorSnapshot> commanded(MotorTrick trick, long nowMillis) {
        switch (trick) {
            case MotorTrick.EndAs(MotorState as) -> end = as;
            case MotorTrick.SensorBad(boolean on) -> set("sensor-bad", on);
            case MotorTrick.RefuseNext(int code) -> refuseWith = code;
            case MotorTrick.MuteOnCommand() -> faults.add("mute");
            case MotorTrick.LoseCommand() -> faults.add("lose");
            case MotorTrick.DelayNext(long millis) -> delayMillis = millis;
            case MotorTrick.FlipNext() -> faults.add("flip");
            case MotorTrick.BreakNext() -> faults.add("break");
            case MotorTrick.GoSilent(long millis) -> silentUntil = nowMillis + millis;
            case MotorTrick.PowerBlip() -> {
                ticket = 0;
                state = MotorState.IDLE;
                turnEndsAt = Long.MAX_VALUE;
            }
        }
        return output();
    }

    @Override
    public LineOutput<MotorSnapshot> elapsed(long nowMillis) {
        if (nowMillis >= turnEndsAt) {
            turnEndsAt = Long.MAX_VALUE;
            state = end;
            boolean isOut = end == MotorState.DELIVERED || end == MotorState.FELL_WITHOUT_HOME;
            drops += isOut ? 1 : 0;
        }
        byte[] held = later;
        if (held != null && nowMillis >= laterAt) {
            later = null;
            laterAt = Long.MAX_VALUE;
            sends.add(held);
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        return Math.min(turnEndsAt, laterAt);
    }

    private void heard(byte[] frame, long now) {
        int register = u16(frame, 2);
        if (frame[1] == READ && register == map.statusRegister() && u16(frame, 4) == 4) {
            int sensor = faults.contains("sensor-bad") ? 1 : 0;
            say(now, READ, 8, ticket >> 8, ticket, 0, state.code(), 0, sensor, 0, SELECTIONS);
        } else if (frame[1] == WRITE && register == map.commandRegister()) {
            command(frame, now);
        } else {
            int code = frame[1] == READ || frame[1] == WRITE ? 2 : 1;
            say(now, frame[1] | 0x80, code);
        }
    }

    private void command(byte[] frame, long now) {
        if (faults.remove("lose")) {
            return;
        }
        if (refuseWith > 0) {
            say(now, WRITE | 0x80, refuseWith);
            refuseWith = 0;
            return;
        }
        if (state == MotorState.RUNNING) {
            say(now, WRITE | 0x80, 6);
            return;
        }
        ticket = u16(frame, 7);
        state = MotorState.RUNNING;
        turns++;
        turnEndsAt = now + TURN_MILLIS;
        if (!faults.remove("mute")) {
            say(now, WRITE, frame[2], frame[3], frame[4], frame[5]);
        }
    }

    /** Sends unit, body and CRC. */
    private void say(long now, int... body) {
        byte[] frame = new byte[body.length + 3];
        frame[0] = (byte) map.unit();
        for (int i = 0; i < body.length; i++) {
            frame[i + 1] = (byte) body[i];
        }
        int crc = Crc16.of(frame, frame.length - 2);
        frame[frame.length - 2] = (byte) crc;
        frame[frame.length - 1] = (byte) (crc >> 8);
        if (faults.remove("flip")) {
            frame[frame.length / 2] ^= 0x21;
        }
        byte[] said = faults.remove("break") ? Arrays.copyOf(frame, frame.length / 2) : frame;
        if (delayMillis > 0) {
            later = said;
            laterAt = now + delayMillis;
            delayMillis = 0;
        } else {
            sends.add(said);
        }
    }

    private void set(String fault, boolean on) {
        if (on) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
    }

    private static int u16(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    private LineOutput<MotorSnapshot> output() {
        var snapshot = new MotorSnapshot(turns, drops);
        return shown.drained(sends, snapshot);
    }
}
