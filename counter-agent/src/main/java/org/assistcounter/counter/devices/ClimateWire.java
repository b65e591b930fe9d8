package org.assistcounter.counter.devices;

import java.util.function.Consumer;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateLines;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.assistcounter.devices.wiring.Dialect;

/** The cooled compartment as the wiring describes it. */
public final class ClimateWire {
    private static final int MILLI_OF_TENTHS = 100;
    private static final long MILLIS_OF_MINUTE = 60_000;

    private ClimateWire() {}

    /** How warm its goods may become, and for how long. */
    public static ColdChainRule rule(Wire<Dialect.Climate> wire) {
        return new ColdChainRule(
                wire.value(Dialect.Climate.LIMIT) * MILLI_OF_TENTHS,
                wire.value(Dialect.Climate.MINUTES) * MILLIS_OF_MINUTE,
                wire.value(Dialect.Climate.GRACE) * MILLIS_OF_MINUTE,
                ColdChainRule.USUAL.doorGraceMillis());
    }

    static LineRunner<ClimateCommand, ClimateEvent> runner(
            Wire<Dialect.Climate> wire, Consumer<Input> inputs, Consumer<Throwable> bugs) {
        return new LineRunner<>(
                "climate-line",
                wire.opener(),
                driver(wire),
                event -> inputs.accept(new Input.ClimateSaid(event)),
                bugs,
                Backoff.OF_DEVICES);
    }

    /** What reads its thermometers and drives its compressor. */
    public static LineDriver<ClimateCommand, ClimateEvent> driver(Wire<Dialect.Climate> wire) {
        return new ClimateLines(settings(wire));
    }

    private static ClimateSettings settings(Wire<Dialect.Climate> wire) {
        ClimateSettings usual = ClimateSettings.USUAL;
        return new ClimateSettings(
                wire.value(Dialect.Climate.SET) * MILLI_OF_TENTHS,
                usual.hysteresisMilli(),
                usual.offMillis(),
                usual.betweenStartsMillis(),
                usual.defrostEveryMillis(),
                usual.defrostMillis(),
                usual.doorMillis());
    }
}
