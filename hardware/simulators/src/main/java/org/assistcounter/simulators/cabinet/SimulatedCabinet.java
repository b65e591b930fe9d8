package org.assistcounter.simulators.cabinet;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.cabinet.CabinetBytes;
import org.assistcounter.devices.cabinet.CabinetLevels;
import org.assistcounter.devices.cabinet.CabinetOutputs;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet with a solenoid lock that, once released, stays unlatched until the door was opened.
 *
 * <p>Fault model. The door: pried open, its switch stuck or chattering. The mains: gone for a
 * while. The wire: a byte spoilt, silence. Levels are said when they change and twice a second.
 * When nothing is heard for two seconds lock and light go off.
 */
public final class SimulatedCabinet implements LineDriver<CabinetTrick, CabinetSnapshot> {

    private static final long REPEAT_MILLIS = 500;
    private static final long CHATTER_MILLIS = 10;
    private static final long LET_GO_MILLIS = 2_000;

    private final List<byte[]> sends = new ArrayList<>();
    private final Shown<CabinetSnapshot> shown = new Shown<>();
    private CabinetOutputs outputs = CabinetOutputs.OFF;
    private @Nullable CabinetLevels said;
    private @Nullable Boolean stuckClosed;
    private boolean isConnected;
    private boolean isDoorOpen;
    private boolean isUnlatched;
    private boolean flipNext;
    private long releases;
    private long releasedAt;
    private long longestReleaseMillis;
    private long heardAt;
    private long sayAt = Long.MAX_VALUE;
    private long chatterUntil = Long.MIN_VALUE;
    private long powerBackAt = Long.MIN_VALUE;
    private long silentUntil = Long.MIN_VALUE;

    @Override
    public LineOutput<CabinetSnapshot> opened(long nowMillis) {
        isConnected = true;
        heardAt = nowMillis;
        said = null;
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetSnapshot> closed(long nowMillis) {
        isConnected = false;
        switchTo(CabinetOutputs.OFF, nowMillis);
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetSnapshot> received(byte[] bytes, long nowMillis) {
        for (byte value : bytes) {
            CabinetBytes.outputs(value)
                    .ifPresent(told -> {
                        heardAt = nowMillis;
                        switchTo(told, nowMillis);
                    });
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetSnapshot> commanded(CabinetTrick trick, long nowMillis) {
        switch (trick) {
            case CabinetTrick.PullDoor() -> {
                if (isUnlatched) {
                    open();
                }
            }
            case CabinetTrick.ForceDoor() -> open();
            case CabinetTrick.CloseDoor() -> {
                isDoorOpen = false;
                isUnlatched = outputs.isLockReleased();
            }
            case CabinetTrick.StickSwitch(boolean on) -> stuckClosed = on ? !isDoorOpen : null;
            case CabinetTrick.Chatter(long millis) -> chatterUntil = nowMillis + millis;
            case CabinetTrick.PowerBlip(long millis) -> powerBackAt = nowMillis + millis;
            case CabinetTrick.FlipNext() -> flipNext = true;
            case CabinetTrick.GoSilent(long millis) -> silentUntil = nowMillis + millis;
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<CabinetSnapshot> elapsed(long nowMillis) {
        if (nowMillis >= heardAt + LET_GO_MILLIS) {
            switchTo(CabinetOutputs.OFF, nowMillis);
        }
        return output(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        boolean isOff = outputs.equals(CabinetOutputs.OFF);
        return Math.min(sayAt, isOff ? Long.MAX_VALUE : heardAt + LET_GO_MILLIS);
    }

    private void open() {
        isDoorOpen = true;
        isUnlatched = false;
    }

    private void switchTo(CabinetOutputs next, long now) {
        if (next.isLockReleased() && !outputs.isLockReleased()) {
            releases++;
            releasedAt = now;
            isUnlatched = !isDoorOpen;
        }
        if (outputs.isLockReleased()) {
            longestReleaseMillis = Math.max(longestReleaseMillis, now - releasedAt);
        }
        outputs = next;
    }

    private CabinetLevels levels(long now) {
        boolean isClosed = stuckClosed == null ? !isDoorOpen : stuckClosed;
        boolean isFlipped = now < chatterUntil && now / CHATTER_MILLIS % 2 == 0;
        return new CabinetLevels(isClosed != isFlipped, now >= powerBackAt);
    }

    private void say(long now) {
        CabinetLevels levels = levels(now);
        if (!isConnected) {
            sayAt = Long.MAX_VALUE;
        } else if (!levels.equals(said) || now >= sayAt) {
            said = levels;
            byte value = CabinetBytes.encode(levels);
            if (now >= silentUntil) {
                sends.add(new byte[] {flipNext ? (byte) (value ^ 0x20) : value});
                flipNext = false;
            }
            sayAt = now + REPEAT_MILLIS;
        }
        if (now < chatterUntil) {
            sayAt = now + CHATTER_MILLIS;
        } else if (now < powerBackAt) {
            sayAt = Math.min(sayAt, powerBackAt);
        }
    }

    private LineOutput<CabinetSnapshot> output(long now) {
        say(now);
        var snapshot =
                new CabinetSnapshot(
                        isDoorOpen, outputs, releases, longestReleaseMillis, isConnected);
        return shown.drained(sends, snapshot);
    }
}
