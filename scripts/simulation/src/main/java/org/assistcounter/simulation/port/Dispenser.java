package org.assistcounter.simulation.port;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Motors, goods and the drop sensor, which live on when the agent dies.
 *
 * <p>Fault model, that of the simulated board: a motor jammed or absent, goods that hang or fall
 * late, a sensor that is bad or sees what does not fall, a final status lost or late, a drive
 * carried out in silence, silence, noise, a moment without power.
 */
public final class Dispenser {
    private static final long TURN_MILLIS = 1_500;
    private static final long PART_TURN_MILLIS = 700;
    private static final long ABSENT_MILLIS = 200;
    private static final long LATE_DROP_MILLIS = 3_000;

    private final World world;
    private final Bystander bystander;
    private final Map<Integer, Selection> selections = new TreeMap<>();
    private @Nullable DispenserPort host;
    private boolean isSensorBad;
    private boolean dropsLate;
    private boolean seesGhost;
    private boolean losesStatus;
    private long statusDelayMillis;
    private long muteOnDriveMillis;
    private long silentUntilMillis;
    private long turnsUntilMillis;
    private long powers;

    /** How a turn ended, as the board says it. */
    enum End {
        SUCCESS(2),
        JAMMED(3),
        MOTOR_ABSENT(6),
        TERMINATED(255);

        private final int status;

        End(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** One selection. */
    private static final class Selection {
        private int stock;
        private boolean isJammed;
        private boolean isHanging;
        private boolean isAbsent;

        Selection(int stock) {
            this.stock = stock;
        }
    }

    /**
     * @param bystander sees each turn and fall
     */
    public Dispenser(World world, Map<Integer, Integer> stock, Bystander bystander) {
        this.world = world;
        this.bystander = bystander;
        stock.forEach((selection, goods) -> selections.put(selection, new Selection(goods)));
    }

    /** A life's end of its line. */
    public Port<DispenserCommand> port(Consumer<DispenserEvent> ears) {
        return new DispenserPort(world, this, ears);
    }

    /** Somebody does something to it. */
    public void trick(BoardTrick trick) {
        switch (trick) {
            case BoardTrick.Load(int selection, int goods) -> of(selection).stock = goods;
            case BoardTrick.Jam(int selection, boolean on) -> of(selection).isJammed = on;
            case BoardTrick.NothingFalls(int selection, boolean on) -> of(selection).isHanging = on;
            case BoardTrick.MotorAbsent(int selection, boolean on) -> of(selection).isAbsent = on;
            case BoardTrick.SensorBad(boolean on) -> {
                isSensorBad = on;
                tellHost(DispenserPort::sensorChanged);
            }
            case BoardTrick.DropLate() -> dropsLate = true;
            case BoardTrick.SeeGhostNext() -> seesGhost = true;
            case BoardTrick.LoseStatus() -> losesStatus = true;
            case BoardTrick.MuteOnDrive(long millis) -> muteOnDriveMillis = millis;
            case BoardTrick.LateStatus(long millis) -> statusDelayMillis = millis;
            case BoardTrick.NoiseNext() -> tellHost(DispenserPort::noise);
            case BoardTrick.GoSilent(long millis) -> beSilent(millis);
            case BoardTrick.PowerBlip() -> {
                powers++;
                turnsUntilMillis = world.nowMillis();
            }
            case BoardTrick.FlipNext _, BoardTrick.LoseNext _ ->
                    throw new IllegalArgumentException("no fault of a port: " + trick);
        }
    }

    private void beSilent(long millis) {
        silentUntilMillis = world.nowMillis() + millis;
        tellHost(DispenserPort::silenced);
    }

    private void tellHost(Consumer<DispenserPort> news) {
        DispenserPort listener = host;
        if (listener != null) {
            news.accept(listener);
        }
    }

    void join(@Nullable DispenserPort port) {
        host = port;
    }

    long silentUntilMillis() {
        return silentUntilMillis;
    }

    SelfTest sensor() {
        return isSensorBad ? SelfTest.BAD : SelfTest.GOOD;
    }

    private Selection of(int number) {
        return selections.computeIfAbsent(number, _ -> new Selection(0));
    }

    /** Turns a motor, after what still turns; the end is told to whoever listens by then. */
    void drive(int number) {
        if (muteOnDriveMillis > 0) {
            long mute = muteOnDriveMillis;
            muteOnDriveMillis = 0;
            beSilent(mute);
        }
        later(Math.max(0, turnsUntilMillis - world.nowMillis()), () -> begin(number));
    }

    /** Without power in between, nothing of it happens. */
    private void later(long millis, Runnable action) {
        long power = powers;
        world.at(
                world.nowMillis() + millis,
                () -> {
                    if (power == powers) {
                        action.run();
                    }
                });
    }

    private void begin(int number) {
        Selection selection = selections.get(number);
        if (selection == null || selection.isAbsent) {
            turnsUntilMillis = world.nowMillis() + ABSENT_MILLIS;
            later(ABSENT_MILLIS, () -> end(number, End.MOTOR_ABSENT));
            return;
        }
        turnsUntilMillis = world.nowMillis() + TURN_MILLIS;
        bystander.turned(number);
        tellHost(listener -> listener.saysDispensing(number));
        if (selection.isJammed) {
            later(TURN_MILLIS, () -> end(number, End.JAMMED));
        } else {
            later(TURN_MILLIS, () -> turned(number, selection));
        }
    }

    /** The spiral is home again; a good falls now, later or not. */
    private void turned(int number, Selection selection) {
        boolean falls = selection.stock > 0 && !selection.isHanging;
        boolean isLate = falls && dropsLate;
        boolean isSeen;
        if (isLate) {
            dropsLate = false;
            bystander.sensorLied(number);
            later(LATE_DROP_MILLIS, () -> drop(number, selection));
            isSeen = false;
        } else if (falls) {
            drop(number, selection);
            isSeen = !isSensorBad;
        } else {
            isSeen = seesGhost && !isSensorBad;
            seesGhost &= isSensorBad;
            if (isSeen) {
                bystander.sensorLied(number);
            }
        }
        if (isSeen) {
            end(number, End.SUCCESS);
        } else {
            turnsUntilMillis = world.nowMillis() + PART_TURN_MILLIS;
            later(PART_TURN_MILLIS, () -> end(number, End.TERMINATED));
        }
    }

    private void drop(int number, Selection selection) {
        selection.stock--;
        bystander.fell(number);
    }

    private void end(int number, End end) {
        if (losesStatus) {
            losesStatus = false;
            return;
        }
        long delay = statusDelayMillis;
        statusDelayMillis = 0;
        later(delay, () -> tellHost(listener -> listener.says(number, end)));
    }
}
