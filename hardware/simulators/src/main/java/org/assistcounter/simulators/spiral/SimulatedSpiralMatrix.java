package org.assistcounter.simulators.spiral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;
import org.assistcounter.devices.spiral.ExpanderMessage;
import org.assistcounter.devices.spiral.ExpanderMessage.Kind;
import org.assistcounter.devices.spiral.MatrixPins;
import org.assistcounter.simulators.spiral.SpiralTrick.Fault;

/**
 * An expander with 64 spirals. A motor leaves home after 200 ms, is home again after 1.8 s and its
 * good falls 100 ms before that.
 *
 * <p>Fault model. Motors away from home, that do not move, that never come home, or that take too
 * much current; goods that hang; a blind drop sensor; power gone for a moment, which makes all pins
 * inputs; silence; a wrong byte.
 */
public final class SimulatedSpiralMatrix implements LineDriver<SpiralTrick, SpiralSnapshot> {

    private static final int ALL_INPUTS = 0xFF;
    private static final long LEAVES_MILLIS = 200;
    private static final long FALLS_MILLIS = 1_700;
    private static final long HOME_MILLIS = 1_800;
    private static final long DROP_HELD_MILLIS = 300;

    private final int[] registers = new int[0x16];
    private final ExpanderMessage.Reader reader = new ExpanderMessage.Reader();
    private final EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
    private final List<byte[]> sends = new ArrayList<>();
    private final Shown<SpiralSnapshot> shown = new Shown<>();
    private boolean isOn;
    private boolean hasFallen;
    private boolean flipNext;
    private long onSince;
    private long dropUntil = Long.MIN_VALUE;
    private long silentUntil = Long.MIN_VALUE;
    private long turns;
    private long drops;
    private long longestOnMillis;
    private int mostAtOnce;

    public SimulatedSpiralMatrix() {
        powerOn();
    }

    @Override
    public LineOutput<SpiralSnapshot> opened(long nowMillis) {
        reader.forget();
        return output();
    }

    /** What carries the line to the expander lets go of it. */
    @Override
    public LineOutput<SpiralSnapshot> closed(long nowMillis) {
        registers[MatrixPins.OLATB] = 0;
        outputs(nowMillis);
        return output();
    }

    @Override
    public LineOutput<SpiralSnapshot> received(byte[] bytes, long nowMillis) {
        turnTo(nowMillis);
        for (ExpanderMessage message : reader.received(bytes).messages()) {
            if (message.kind() == Kind.WRITE) {
                registers[message.register()] = message.value();
                outputs(nowMillis);
            } else if (message.kind() == Kind.READ && nowMillis >= silentUntil) {
                answer(message.register(), nowMillis);
            }
        }
        return output();
    }

    @Override
    public LineOutput<SpiralSnapshot> commanded(SpiralTrick trick, long nowMillis) {
        switch (trick) {
            case SpiralTrick.Set(Fault fault, boolean on) -> {
                if (on) {
                    faults.add(fault);
                } else {
                    faults.remove(fault);
                }
            }
            case SpiralTrick.PowerBlip() -> {
                powerOn();
                outputs(nowMillis);
            }
            case SpiralTrick.GoSilent(long millis) -> silentUntil = nowMillis + millis;
            case SpiralTrick.FlipNext() -> flipNext = true;
        }
        return output();
    }

    @Override
    public LineOutput<SpiralSnapshot> elapsed(long nowMillis) {
        turnTo(nowMillis);
        return output();
    }

    @Override
    public long deadlineMillis() {
        return isOn && !hasFallen ? onSince + FALLS_MILLIS : Long.MAX_VALUE;
    }

    private void powerOn() {
        Arrays.fill(registers, 0);
        registers[MatrixPins.IODIRA] = ALL_INPUTS;
        registers[MatrixPins.IODIRB] = ALL_INPUTS;
    }

    private void outputs(long now) {
        boolean isDriven = (registers[MatrixPins.IODIRB] & MatrixPins.MOTOR_ON) == 0;
        boolean isMotor = isDriven && (registers[MatrixPins.OLATB] & MatrixPins.MOTOR_ON) != 0;
        int rows = registers[MatrixPins.OLATA] & ~registers[MatrixPins.IODIRA];
        int motors = isMotor ? Integer.bitCount(rows) : 0;
        mostAtOnce = Math.max(mostAtOnce, motors);
        if (motors > 0 && !isOn) {
            onSince = now;
            hasFallen = false;
            turns++;
        }
        if (motors == 0 && isOn) {
            longestOnMillis = Math.max(longestOnMillis, now - onSince);
        }
        isOn = motors > 0;
    }

    private void turnTo(long now) {
        if (isOn && !hasFallen && now - onSince >= FALLS_MILLIS) {
            hasFallen = true;
            boolean isMoving = !faults.contains(Fault.STUCK_HOME);
            if (isMoving && !faults.contains(Fault.NOTHING_FALLS)) {
                drops++;
                dropUntil = now + DROP_HELD_MILLIS;
            }
        }
    }

    private void answer(int register, long now) {
        int value = register == MatrixPins.GPIOB ? levels(now) : registers[register];
        byte[] bytes = new ExpanderMessage(Kind.ANSWER, register, value).bytes();
        if (flipNext) {
            bytes[2] ^= 0x10;
            flipNext = false;
        }
        sends.add(bytes);
    }

    private int levels(long now) {
        long on = isOn ? now - onSince : 0;
        boolean isMoving = isOn && on >= LEAVES_MILLIS && !faults.contains(Fault.STUCK_HOME);
        boolean isBack = on >= HOME_MILLIS && !faults.contains(Fault.NEVER_HOME);
        boolean isHome = (!isMoving || isBack) && !faults.contains(Fault.NOT_HOME);
        boolean isSensorGood = !faults.contains(Fault.SENSOR_BAD);
        int levels = isHome ? MatrixPins.HOME : 0;
        levels |= isSensorGood ? MatrixPins.SENSOR_GOOD : 0;
        levels |= isSensorGood && now < dropUntil ? MatrixPins.DROP : 0;
        levels |= isMoving && faults.contains(Fault.OVER_CURRENT) ? MatrixPins.OVER_CURRENT : 0;
        return levels;
    }

    private LineOutput<SpiralSnapshot> output() {
        var snapshot = new SpiralSnapshot(isOn, turns, drops, longestOnMillis, mostAtOnce);
        return shown.drained(sends, snapshot);
    }
}
