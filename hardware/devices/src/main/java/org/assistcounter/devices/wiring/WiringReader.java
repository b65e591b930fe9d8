package org.assistcounter.devices.wiring;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.assistcounter.devices.wiring.Dialect.Option;
import org.assistcounter.devices.wiring.WiringLine.Refusal;
import org.jspecify.annotations.Nullable;

/** Understands a wiring file line by line, and remembers every line that it could not take. */
final class WiringReader {
    private static final String PINS = "pins";

    private final List<WiringFault> faults = new ArrayList<>();
    private final Map<String, Integer> devices = new HashMap<>();
    private final Map<String, Integer> addresses = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private int number;
    private @Nullable Wire<Dialect.Cashless> cashless;
    private @Nullable Wire<Dialect.Dispenser> dispenser;
    private @Nullable Wire<Dialect.Scanner> scanner;
    private @Nullable Wire<Dialect.Cabinet> cabinet;
    private @Nullable Wire<Dialect.Climate> climate;

    void line(String text) {
        number++;
        texts.put(number, text.strip());
        try {
            Optional<WiringLine> line = WiringLine.read(number, text);
            if (line.isPresent()) {
                take(line.get());
            }
        } catch (Refusal e) {
            faults.add(new WiringFault(number, text.strip(), e.reason()));
        }
    }

    CabinetWiring wiring(ShelfNumbers shelf) throws WiringException {
        PinChoice.requireApart(cabinet, climate)
                .ifPresent(reason -> faults.add(fault("climate", reason)));
        ShelfFit.ofDispenser(dispenser, shelf)
                .ifPresent(reason -> faults.add(fault("dispenser", reason)));
        ShelfFit.ofClimate(climate, shelf)
                .ifPresent(reason -> faults.add(fault("climate", reason)));
        if (!faults.isEmpty()) {
            throw new WiringException(faults);
        }
        return new CabinetWiring(
                Optional.ofNullable(cashless),
                Optional.ofNullable(dispenser),
                Optional.ofNullable(scanner),
                Optional.ofNullable(cabinet),
                Optional.ofNullable(climate));
    }

    private WiringFault fault(String device, String reason) {
        int line = devices.getOrDefault(device, 0);
        return new WiringFault(line, texts.getOrDefault(line, device), reason);
    }

    private void take(WiringLine line) throws Refusal {
        switch (line.device()) {
            case "cashless" -> cashless = wire(line, Dialect.Cashless.values());
            case "dispenser" ->
                    dispenser =
                            wire(
                                    line,
                                    Dialect.Dispenser.values(),
                                    Dialect.Dispenser.OF_PINS,
                                    PinChoice::expander);
            case "scanner" -> scanner = wire(line, Dialect.Scanner.values());
            case "cabinet" ->
                    cabinet =
                            wire(
                                    line,
                                    Dialect.Cabinet.values(),
                                    Dialect.Cabinet.CONTACTS.options(),
                                    (_, values) -> PinChoice.contacts(values));
            case "climate" ->
                    climate =
                            wire(
                                    line,
                                    Dialect.Climate.values(),
                                    Dialect.Climate.OF_PINS,
                                    (_, values) -> PinChoice.cooling(values));
            default ->
                    throw new Refusal(
                            "no such device; there are cashless, dispenser, scanner, cabinet and"
                                    + " climate");
        }
    }

    private <D extends Dialect> Wire<D> wire(WiringLine line, D[] dialects) throws Refusal {
        D dialect = dialect(line, dialects);
        Connection connection = Connection.read(line.address());
        WiringOptions options = WiringOptions.read(line.options());
        int baud = options.baud(connection, dialect.baud());
        return new Wire<>(connection, dialect, baud, options.values(dialect.options()));
    }

    /** What a device has on this computer itself, by its dialect and options. */
    private interface Pins<D> {
        Connection chosen(D dialect, Map<Option, Integer> values) throws Refusal;
    }

    /** A device is at pins of this computer, or beyond a line, where there are none to choose. */
    private <D extends Dialect> Wire<D> wire(
            WiringLine line, D[] dialects, List<Option> ofPins, Pins<D> pins) throws Refusal {
        if (!line.address().equals(PINS)) {
            Wire<D> wire = wire(line, dialects);
            if (ofPins.stream().anyMatch(wire.options()::containsKey)) {
                throw new Refusal("pins are chosen only where the address is pins");
            }
            return wire;
        }
        D dialect = dialect(line, dialects);
        Map<Option, Integer> values = WiringOptions.read(line.options()).values(dialect.options());
        return new Wire<>(pins.chosen(dialect, values), dialect, dialect.baud(), values);
    }

    /** Of two lines for one thing neither is better: somebody has to say which one is meant. */
    private void once(Map<String, Integer> seen, String thing, String words) throws Refusal {
        Integer before = seen.putIfAbsent(thing, number);
        if (before != null) {
            throw new Refusal(words + " on line " + before + " already");
        }
    }

    private <D extends Dialect> D dialect(WiringLine line, D[] dialects) throws Refusal {
        once(devices, line.device(), line.device() + " is named");
        if (line.words().size() < 2) {
            throw new Refusal("two words are wanted: an address and a dialect");
        }
        if (!line.address().equals(PINS)) {
            once(addresses, line.address(), line.address() + " is used");
        }
        String word = line.words().get(1);
        for (D dialect : dialects) {
            if (dialect.word().equals(word)) {
                return dialect;
            }
        }
        String known = Arrays.stream(dialects).map(Dialect::word).collect(joining(", "));
        throw new Refusal("a " + line.device() + " does not speak " + word + "; known: " + known);
    }
}
