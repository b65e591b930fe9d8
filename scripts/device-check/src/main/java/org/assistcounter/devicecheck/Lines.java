package org.assistcounter.devicecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.counter.devices.ClimateWire;
import org.assistcounter.counter.devices.Drivers;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.jspecify.annotations.Nullable;

/** The lines that a wiring has, open and asked, until they are closed together. */
record Lines(
        @Nullable Check<CashlessCommand, CashlessEvent> reader,
        @Nullable Check<DispenserCommand, DispenserEvent> dispenser,
        @Nullable Check<ScannerCommand, ScannerEvent> scanner,
        List<Check<?, ?>> cabinet)
        implements AutoCloseable {

    static Lines open(CabinetWiring wiring, Check.Ear ear) {
        return new Lines(
                wiring.cashless()
                        .map(wire ->
                                new Check<>(
                                        new Check.Wired<>(
                                                "cashless",
                                                wire.opener(),
                                                Drivers.cashless(wire),
                                                InWords::of),
                                        List.of(new CashlessCommand.Start()),
                                        ear))
                        .orElse(null),
                wiring.dispenser()
                        .map(wire ->
                                new Check<>(
                                        new Check.Wired<>(
                                                "dispenser",
                                                wire.opener(),
                                                Drivers.dispenser(wire),
                                                InWords::of),
                                        List.<DispenserCommand>of(),
                                        ear))
                        .orElse(null),
                wiring.scanner()
                        .map(wire ->
                                new Check<>(
                                        new Check.Wired<>(
                                                "scanner",
                                                wire.opener(),
                                                Drivers.scanner(wire),
                                                InWords::of),
                                        List.<ScannerCommand>of(new ScannerCommand.Await()),
                                        ear))
                        .orElse(null),
                cabinet(wiring, ear));
    }

    /** What the cabinet itself has. */
    private static List<Check<?, ?>> cabinet(CabinetWiring wiring, Check.Ear ear) {
        List<Check<?, ?>> checks = new ArrayList<>();
        wiring.cabinet()
                .map(wire ->
                        new Check<>(
                                new Check.Wired<>(
                                        "cabinet", wire.opener(), Drivers.cabinet(), InWords::of),
                                List.of(),
                                ear))
                .ifPresent(checks::add);
        wiring.climate()
                .map(wire ->
                        new Check<>(
                                new Check.Wired<>(
                                        "climate",
                                        wire.opener(),
                                        ClimateWire.driver(wire),
                                        InWords::of),
                                List.of(),
                                ear))
                .ifPresent(checks::add);
        return checks;
    }

    Stream<Check<?, ?>> all() {
        Stream<@Nullable Check<?, ?>> lines = Stream.of(reader, dispenser, scanner);
        return Stream.concat(lines.flatMap(Stream::ofNullable), cabinet.stream());
    }

    @Override
    public void close() {
        all().forEach(Check::close);
    }
}
