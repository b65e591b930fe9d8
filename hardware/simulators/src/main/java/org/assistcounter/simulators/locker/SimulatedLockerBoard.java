package org.assistcounter.simulators.locker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;
import org.assistcounter.devices.locker.LockerFrames;
import org.assistcounter.devices.locker.LockerMessage;
import org.assistcounter.devices.locker.LockerReading;

/**
 * A KR-CU16 board with the address 0 and sixteen doors on springs: a released lock opens its door,
 * and closing the door locks it.
 *
 * <p>Fault model. The doors: lock jammed, door held shut. The board: an unlock carried out and then
 * silence, answers that are one behind, an answer nobody asked for, silence. The wire: an answer
 * with a wrong sum or replaced by noise. A coil gets one pulse for each unlock, never more.
 */
public final class SimulatedLockerBoard implements LineDriver<LockerTrick, LockerSnapshot> {

    private static final int ALL_LOCKED = 0xFFFF;
    private static final long PULSE_MILLIS = 500;

    private final LockerFrames frames = new LockerFrames(LockerFrames.REQUEST_BYTES);
    private final List<byte[]> sends = new ArrayList<>();
    private final Map<Integer, Integer> pulses = new TreeMap<>();
    private final Set<Integer> openDoors = new TreeSet<>();
    private final Set<String> faults = new TreeSet<>();
    private final Shown<LockerSnapshot> shown = new Shown<>();
    private LockerMessage.Status before = new LockerMessage.Status(0, ALL_LOCKED);
    private int pulsing = -1;
    private long pulseEndsAt;
    private long muteMillis;
    private long silentUntil = Long.MIN_VALUE;

    @Override
    public LineOutput<LockerSnapshot> opened(long nowMillis) {
        frames.brokenOff();
        return output();
    }

    @Override
    public LineOutput<LockerSnapshot> closed(long nowMillis) {
        return output();
    }

    @Override
    public LineOutput<LockerSnapshot> received(byte[] bytes, long nowMillis) {
        for (LockerReading reading : frames.received(bytes)) {
            if (reading instanceof LockerReading.Said(var message) && nowMillis >= silentUntil) {
                heard(message, nowMillis);
            }
        }
        return output();
    }

    @Override
    public LineOutput<LockerSnapshot> commanded(LockerTrick trick, long nowMillis) {
        switch (trick) {
            case LockerTrick.CloseDoor(int lock) -> openDoors.remove(lock);
            case LockerTrick.Jam(int lock, boolean on) -> set("jam-" + lock, on);
            case LockerTrick.HoldShut(int lock, boolean on) -> set("held-shut-" + lock, on);
            case LockerTrick.MuteOnUnlock(long millis) -> muteMillis = millis;
            case LockerTrick.BeStale(boolean on) -> set("stale", on);
            case LockerTrick.FlipNext() -> faults.add("flip-next");
            case LockerTrick.NoiseNext() -> faults.add("noise-next");
            case LockerTrick.SayUnasked() -> sends.add(LockerFrames.encode(status(nowMillis)));
            case LockerTrick.GoSilent(long millis) -> silentUntil = nowMillis + millis;
        }
        return output();
    }

    @Override
    public LineOutput<LockerSnapshot> elapsed(long nowMillis) {
        return output();
    }

    @Override
    public long deadlineMillis() {
        return Long.MAX_VALUE;
    }

    private void heard(LockerMessage message, long now) {
        switch (message) {
            case LockerMessage.Unlock(int board, int lock) -> {
                if (board == 0) {
                    unlock(lock, now);
                }
            }
            case LockerMessage.StatusRequest(int board) -> {
                if (board == 0) {
                    answer(now);
                }
            }
            case LockerMessage.Status ignored -> {}
        }
    }

    private void unlock(int lock, long now) {
        pulses.merge(lock, 1, Integer::sum);
        if (!faults.contains("jam-" + lock)) {
            pulsing = lock;
            pulseEndsAt = now + PULSE_MILLIS;
            if (!faults.contains("held-shut-" + lock)) {
                openDoors.add(lock);
            }
        }
        if (muteMillis > 0) {
            silentUntil = now + muteMillis;
            muteMillis = 0;
        }
    }

    private void answer(long now) {
        LockerMessage.Status fresh = status(now);
        byte[] frame = LockerFrames.encode(faults.contains("stale") ? before : fresh);
        before = fresh;
        if (faults.remove("flip-next")) {
            frame[frame.length / 2] ^= 0x21;
        }
        sends.add(faults.remove("noise-next") ? new byte[] {0x55, 0x02, 0x7E} : frame);
    }

    private LockerMessage.Status status(long now) {
        int bits = ALL_LOCKED;
        for (int lock : openDoors) {
            bits &= ~(1 << lock);
        }
        if (pulsing >= 0 && now < pulseEndsAt) {
            bits &= ~(1 << pulsing);
        }
        return new LockerMessage.Status(0, bits);
    }

    private void set(String fault, boolean on) {
        if (on) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
    }

    private LineOutput<LockerSnapshot> output() {
        var snapshot = new LockerSnapshot(pulses, openDoors, List.copyOf(faults));
        return shown.drained(sends, snapshot);
    }
}
