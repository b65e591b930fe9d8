package org.assistcounter.simulators.climate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assistcounter.devices.climate.ClimateControl;
import org.assistcounter.devices.climate.ClimateInput;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.climate.ClimateState;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.devices.climate.Ds18b20;
import org.assistcounter.devices.climate.Sht3x;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped control, sensor decoder and cold chain in a simulated cabinet, by seed. */
class ColdCabinetTest {

    private static final long STEP = 5_000;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final ColdChainRule RULE = ColdChainRule.USUAL;

    private final SimulatedColdCabinet cabinet = new SimulatedColdCabinet();
    private ClimateControl control = new ClimateControl(ClimateSettings.USUAL);
    private ClimateState state = ClimateState.powerOn(0);
    private ColdChain chain = ColdChain.filled(RULE);
    private boolean wasDoorOpen;
    private long now;
    private long heaterMillis;
    private long longestHeaterMillis;
    private long trulyWarmMillis;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void coolsDownAndKeepsBetweenSetPointAndHysteresis() {
        run(4 * HOUR);
        for (int i = 0; i < 120; i++) {
            run(MINUTE);
            assertThat(cabinet.airMilli()).isBetween(1_500, 5_000);
        }

        assertThat(chain.isLocked()).isFalse();
    }

    /** A simulation without wires asks for the reading that the words would come to. */
    @Test
    void readsTheSameWithoutTheWords() {
        for (SimulatedColdCabinet.Sensor sensor : SimulatedColdCabinet.Sensor.values()) {
            cabinet.sensor(sensor);
            run(HOUR);

            assertThat(cabinet.reading(Probe.DS18B20))
                    .isEqualTo(Ds18b20.ofText(cabinet.sensorText()));
            assertThat(cabinet.reading(Probe.SHT3X))
                    .isEqualTo(Sht3x.decode(HexFormat.of().parseHex(cabinet.sht3xHex())));
        }
    }

    @Test
    void goesOnFromACopyAsFromTheOriginal() {
        run(HOUR);
        SimulatedColdCabinet copy = cabinet.copy();
        copy.passed(MINUTE, ClimateOutputs.OFF);
        cabinet.passed(MINUTE, ClimateOutputs.OFF);

        assertThat(copy.airMilli()).isEqualTo(cabinet.airMilli());
        assertThat(copy.starts()).isEqualTo(cabinet.starts());
    }

    @Test
    void restsBeforeTheFirstStart() {
        run(3 * MINUTE - STEP);
        assertThat(cabinet.isCompressorOn()).isFalse();

        run(2 * STEP);
        assertThat(cabinet.isCompressorOn()).isTrue();
    }

    @Test
    void defrostsEveryEightHoursForHalfAnHourAtMost() {
        run(8 * HOUR - MINUTE);
        assertThat(longestHeaterMillis).isZero();

        run(HOUR);
        assertThat(longestHeaterMillis).isEqualTo(30 * MINUTE);
        assertThat(state.phase()).isEqualTo(ClimateState.Phase.COOLING);
    }

    @Test
    void endsADefrostWhenTheEvaporatorIsWarm() {
        var cold = new ClimateInput(OptionalInt.of(2_000), OptionalInt.of(0), false);
        var warm = new ClimateInput(OptionalInt.of(2_000), OptionalInt.of(8_000), false);
        ClimateState defrosting = control.step(state, cold, 8 * HOUR);
        assertThat(defrosting.isHeaterOn()).isTrue();

        ClimateState dripping = control.step(defrosting, warm, 8 * HOUR + MINUTE);

        assertThat(dripping.phase()).isEqualTo(ClimateState.Phase.DRIPPING);
        assertThat(dripping.isFanOn()).isFalse();
    }

    @Test
    void runsSixOfTenMinutesWithoutASensorAndLocksTheGoods() {
        run(2 * HOUR);
        cabinet.sensor(SimulatedColdCabinet.Sensor.POWER_ON_VALUE);
        long before = cabinet.starts();
        run(HOUR);

        assertThat(cabinet.starts() - before).isBetween(5L, 7L);
        assertThat(chain.isLocked()).isTrue();
    }

    @Test
    void stopsForAnOpenDoorButNotForever() {
        run(3 * MINUTE + STEP);
        cabinet.door(true);
        run(STEP);
        assertThat(cabinet.isCompressorOn()).isFalse();

        run(6 * MINUTE);
        assertThat(cabinet.isCompressorOn()).isTrue();
    }

    @Test
    void locksTheGoodsWhenTheCompressorDoesNotCool() {
        run(2 * HOUR);
        cabinet.compressorBroken(true);
        run(3 * HOUR);
        assertThat(chain.isLocked()).isTrue();

        cabinet.compressorBroken(false);
        run(3 * HOUR);
        assertThat(chain.isLocked()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverRestartsTooSoonAndNeverSellsWhatWasWarm(long seed) {
        runBySeed(seed);

        assertThat(cabinet.shortestOffMillis()).isGreaterThanOrEqualTo(3 * MINUTE);
        assertThat(longestHeaterMillis).isLessThanOrEqualTo(30 * MINUTE);
    }

    /** The planted bug: a control that forgets the rest. The same book must show it. */
    @Test
    void catchesAControlThatForgetsTheRest() {
        ClimateSettings usual = ClimateSettings.USUAL;
        control =
                new ClimateControl(
                        new ClimateSettings(
                                usual.setPointMilli(),
                                usual.hysteresisMilli(),
                                0,
                                0,
                                usual.defrostEveryMillis(),
                                usual.defrostMillis(),
                                usual.doorMillis()));
        runBySeed(1);

        assertThat(cabinet.shortestOffMillis()).isLessThan(3 * MINUTE);
    }

    private void runBySeed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            run(random.nextLong(1, 10 * MINUTE / STEP) * STEP);
            happen(random);
        }
    }

    private void happen(SplittableRandom random) {
        switch (random.nextInt(8)) {
            case 0, 1 -> cabinet.door(true);
            case 2, 3 -> cabinet.door(false);
            case 4 -> {
                var sensors = List.of(SimulatedColdCabinet.Sensor.values());
                cabinet.sensor(sensors.get(random.nextInt(sensors.size())));
            }
            case 5 -> cabinet.compressorBroken(random.nextInt(4) == 0);
            case 6 -> cutPower(random.nextLong(1, 20) * 3_000);
            default -> cabinet.sensor(SimulatedColdCabinet.Sensor.WELL);
        }
    }

    private void cutPower(long millis) {
        cabinet.powerGone(now);
        ClimateState off = ClimateState.powerOn(now);
        cabinet.passed(millis, ClimateOutputs.of(off));
        now += millis;
        state = ClimateState.powerOn(now);
        chain = chain.restarted(millis, RULE);
        heaterMillis = 0;
    }

    private void run(long millis) {
        for (long end = now + millis; now < end; ) {
            cabinet.passed(STEP, ClimateOutputs.of(state));
            now += STEP;
            OptionalInt air = Ds18b20.ofText(cabinet.sensorText()).temperature();
            state =
                    control.step(
                            state,
                            new ClimateInput(air, OptionalInt.empty(), cabinet.isDoorOpen()),
                            now);
            cabinet.switched(ClimateOutputs.of(state), now);
            keepBook(air);
        }
    }

    /** Goods that were truly warm for the two graces and the limit must be locked by then. */
    private void keepBook(OptionalInt air) {
        chain = chain.passed(STEP, air, RULE);
        if (cabinet.isDoorOpen() && !wasDoorOpen) {
            chain = chain.doorOpened(RULE);
        }
        wasDoorOpen = cabinet.isDoorOpen();
        heaterMillis = state.isHeaterOn() ? heaterMillis + STEP : 0;
        longestHeaterMillis = Math.max(longestHeaterMillis, heaterMillis);
        trulyWarmMillis = cabinet.airMilli() > 5_100 ? trulyWarmMillis + STEP : 0;
        if (trulyWarmMillis > 70 * MINUTE) {
            assertThat(chain.isLocked()).as("warm for %d ms", trulyWarmMillis).isTrue();
        }
    }
}
