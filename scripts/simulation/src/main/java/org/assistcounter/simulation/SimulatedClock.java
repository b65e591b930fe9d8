package org.assistcounter.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.simulators.world.World;

/**
 * The clock on the counter's wall. Fault model: it is wrong by up to ten years either way for some
 * time, and it says that nobody has set it. The monotonic clock is always right.
 */
final class SimulatedClock {
    static final long START_MILLIS = 1_795_305_600_000L;
    private static final long TEN_YEARS_MILLIS = 10L * 366 * 24 * 3_600_000;
    private static final long WRONG_MILLIS_MAX = 2 * 3_600_000L;
    private static final long ERROR_MILLIS = 1_000;
    private static final ZoneId ZONE = ZoneOffset.ofHours(8);

    private final World world;
    private final Faults faults;
    private final SplittableRandom random;
    private long wrongByMillis;
    private boolean isSet = true;
    private long episode;

    SimulatedClock(World world, Faults faults, SplittableRandom random) {
        this.world = world;
        this.faults = faults;
        this.random = random;
    }

    /** Asked every few minutes. */
    void nowAndThen() {
        if (faults.strikes(Fault.CLOCK_STEP)) {
            wrong(true);
        }
    }

    /** A counter without a battery clock starts, and the network has not said the time yet. */
    void started() {
        if (faults.strikes(Fault.NO_TRUSTED_TIME)) {
            wrong(false);
        }
    }

    private void wrong(boolean believed) {
        wrongByMillis = random.nextLong(-TEN_YEARS_MILLIS, TEN_YEARS_MILLIS);
        isSet = believed;
        long now = ++episode;
        world.at(
                world.nowMillis() + random.nextLong(WRONG_MILLIS_MAX),
                () -> {
                    if (now == episode) {
                        heal();
                    }
                });
    }

    /** It is right again, and says so. */
    void heal() {
        wrongByMillis = 0;
        isSet = true;
    }

    boolean isWrong() {
        return wrongByMillis != 0;
    }

    Moment moment(long bornAtMillis) {
        return moment(world.nowMillis(), bornAtMillis);
    }

    /** A moment that is now or past, as the clock has it now. */
    Moment moment(long atMillis, long bornAtMillis) {
        long wall = START_MILLIS + atMillis + wrongByMillis;
        LocalDate latest = LocalDate.ofInstant(Instant.ofEpochMilli(wall + ERROR_MILLIS), ZONE);
        return new Moment(atMillis - bornAtMillis, latest, wall);
    }

    ClockReading reading(long bornAtMillis) {
        return new ClockReading(
                world.nowMillis() - bornAtMillis,
                wallMillis(),
                isSet ? ClockReading.ClockQuality.NETWORK : ClockReading.ClockQuality.NONE,
                ERROR_MILLIS);
    }

    private long wallMillis() {
        return START_MILLIS + world.nowMillis() + wrongByMillis;
    }
}
