package org.assistcounter.devicecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.counter.devices.ClimateWire;
import org.assistcounter.counter.devices.Drivers;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.LineRunner;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.wiring.CabinetWiring;

/** One device under check: its line runs until it is closed, and its words go to the report. */
record Check(String device, AutoCloseable line) {

    /** What a device says goes here, on the line's thread. */
    interface Ear {
        void hears(String device, Heard heard);
    }

    /** Opens the lines that the wiring has and starts asking. */
    static List<Check> start(CabinetWiring wiring, Ear ear) {
        List<Check> checks = new ArrayList<>();
        wiring.cashless()
                .map(wire ->
                        run(
                                new Wired<>("cashless", wire.opener(), Drivers.cashless(wire)),
                                List.of(new CashlessCommand.Start()),
                                InWords::of,
                                ear))
                .ifPresent(checks::add);
        wiring.dispenser()
                .map(wire ->
                        run(
                                new Wired<>("dispenser", wire.opener(), Drivers.dispenser(wire)),
                                List.of(),
                                InWords::of,
                                ear))
                .ifPresent(checks::add);
        wiring.scanner()
                .map(wire ->
                        run(
                                new Wired<>("scanner", wire.opener(), Drivers.scanner(wire)),
                                List.of(new ScannerCommand.Await()),
                                InWords::of,
                                ear))
                .ifPresent(checks::add);
        checks.addAll(cabinet(wiring, ear));
        return checks;
    }

    /** What the cabinet itself has. */
    private static List<Check> cabinet(CabinetWiring wiring, Ear ear) {
        List<Check> checks = new ArrayList<>();
        wiring.cabinet()
                .map(wire ->
                        run(
                                new Wired<>("cabinet", wire.opener(), Drivers.cabinet()),
                                List.of(),
                                InWords::of,
                                ear))
                .ifPresent(checks::add);
        wiring.climate()
                .map(wire ->
                        run(
                                new Wired<>("climate", wire.opener(), ClimateWire.driver(wire)),
                                List.of(),
                                InWords::of,
                                ear))
                .ifPresent(checks::add);
        return checks;
    }

    private record Wired<C, E>(String device, LineOpener opener, LineDriver<C, E> driver) {}

    private static <C, E> Check run(
            Wired<C, E> wired, List<C> commands, Function<E, Heard> words, Ear ear) {
        LineRunner<C, E> runner =
                new LineRunner<>(
                        wired.device(),
                        wired.opener(),
                        wired.driver(),
                        event -> ear.hears(wired.device(), words.apply(event)),
                        bug -> ear.hears(wired.device(), Heard.bad("a bug in the driver: " + bug)),
                        Backoff.OF_DEVICES);
        runner.start();
        commands.forEach(runner::command);
        return new Check(wired.device(), runner);
    }
}
