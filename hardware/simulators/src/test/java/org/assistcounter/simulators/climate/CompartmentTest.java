package org.assistcounter.simulators.climate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateLines;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.simulators.climate.SimulatedColdCabinet.Sensor;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The line of a cooled compartment between our driver and a simulated one. */
class CompartmentTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private final World world = new World();
    private final List<ClimateEvent> events = new ArrayList<>();
    private final List<ClimateSnapshot> snapshots = new ArrayList<>();
    private final WireEnd<ClimateCommand, ClimateEvent> host =
            new WireEnd<>(world, new ClimateLines(ClimateSettings.USUAL), events::add);
    private WireEnd<ClimateTrick, ClimateSnapshot> compartment = joined(Probe.DS18B20);

    private WireEnd<ClimateTrick, ClimateSnapshot> joined(Probe probe) {
        var end = new WireEnd<>(world, new SimulatedCompartment(probe), snapshots::add);
        host.connect(end, 5);
        return end;
    }

    @ParameterizedTest
    @EnumSource(Probe.class)
    void coolsWithEitherThermometer(Probe probe) {
        host.cut();
        compartment = joined(probe);

        world.run(3 * HOUR);

        assertThat(snapshots.getLast().airMilli()).isBetween(1_500, 5_000);
        assertThat(latest().airMilli().orElseThrow())
                .isCloseTo(snapshots.getLast().airMilli(), within(100));
        assertThat(latest().fault()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Sensor.class,
            names = {"UNPLUGGED", "POWER_ON_VALUE", "SPOILT"})
    void givesNoTemperatureFromABadDs18b20(Sensor sensor) {
        world.run(HOUR);
        compartment.command(new ClimateTrick.SetSensor(sensor));

        world.run(10_000);

        assertThat(latest().airMilli()).isEmpty();
        assertThat(latest().fault()).startsWith("air1: ");
    }

    @ParameterizedTest
    @EnumSource(
            value = Sensor.class,
            names = {"UNPLUGGED", "SPOILT"})
    void givesNoTemperatureFromABadSht3x(Sensor sensor) {
        host.cut();
        compartment = joined(Probe.SHT3X);
        world.run(HOUR);
        compartment.command(new ClimateTrick.SetSensor(sensor));

        world.run(10_000);

        assertThat(latest().airMilli()).isEmpty();
    }

    @Test
    void doesNotBelieveAThermometerThatNoLongerMoves() {
        world.run(3 * HOUR);
        compartment.command(new ClimateTrick.SetSensor(Sensor.STUCK));

        world.run(HOUR + MINUTE);

        assertThat(latest().fault()).isEqualTo("air1: stuck at one temperature");
    }

    @Test
    void doesNotBelieveAnOldReading() {
        world.run(HOUR);
        compartment.command(new ClimateTrick.PowerBlip(HOUR));

        world.run(15_000);
        assertThat(latest().airMilli()).isPresent();

        world.run(15_000);
        assertThat(latest().airMilli()).isEmpty();
        assertThat(latest().fault()).isEqualTo("air1: silent");
    }

    @Test
    void saysThatNothingIsHeardBeforeTheFirstReading() {
        compartment.command(new ClimateTrick.PowerBlip(HOUR));
        host.cut();
        var silent = new WireEnd<>(world, new SimulatedCompartment(Probe.DS18B20), snapshots::add);
        silent.command(new ClimateTrick.PowerBlip(HOUR));
        var fresh = new WireEnd<>(world, new ClimateLines(ClimateSettings.USUAL), events::add);
        fresh.connect(silent, 5);

        world.run(6_000);

        assertThat(latest().fault()).isEqualTo("no thermometer has been heard");
        assertThat(latest().airMilli()).isEmpty();
    }

    @Test
    void switchesOffAndTellsWhenTheLineIsGone() {
        world.run(3 * MINUTE + 10_000);
        assertThat(latest().outputs().isCompressorOn()).isTrue();

        host.cut();
        world.run(5_000);
        assertThat(events.getLast()).isInstanceOf(ClimateEvent.ClimateLost.class);

        host.connect(compartment, 5);
        world.run(6_000);
        assertThat(latest().outputs().isCompressorOn()).isFalse();
    }

    @Test
    void refusesALineThatIsNoneOfOurs() {
        world.run(HOUR);
        compartment.command(new ClimateTrick.SpoilNext());
        events.clear();

        world.run(10_000);

        assertThat(events).filteredOn(ClimateEvent.Garbled.class::isInstance).hasSize(1);
    }

    @Test
    void stopsTheCompressorBehindAnOpenDoor() {
        world.run(3 * MINUTE + 10_000);
        host.command(new ClimateCommand.DoorIs(true));

        world.run(10_000);

        assertThat(latest().outputs()).isEqualTo(ClimateOutputs.OFF);
    }

    private ClimateEvent.Reported latest() {
        return events.stream()
                .filter(ClimateEvent.Reported.class::isInstance)
                .map(ClimateEvent.Reported.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
