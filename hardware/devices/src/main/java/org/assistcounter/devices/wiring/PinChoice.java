package org.assistcounter.devices.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.spiral.ExpanderAddress;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.assistcounter.devices.wiring.Dialect.Option;
import org.assistcounter.devices.wiring.WiringLine.Refusal;
import org.jspecify.annotations.Nullable;

/** Which pins a wiring file gives to what; none is given twice. */
final class PinChoice {

    private PinChoice() {}

    static Connection contacts(Map<Option, Integer> values) throws Refusal {
        try {
            return new Connection.Pins(
                    new CabinetPins(
                            pin(values, Dialect.Cabinet.DOOR),
                            pin(values, Dialect.Cabinet.POWER),
                            pin(values, Dialect.Cabinet.LOCK),
                            pin(values, Dialect.Cabinet.LIGHT)));
        } catch (IllegalArgumentException e) {
            throw new Refusal("one pin is given for two contacts");
        }
    }

    static Connection cooling(Map<Option, Integer> values) throws Refusal {
        try {
            return new Connection.Cooling(
                    new ClimatePins(
                            pin(values, Dialect.Climate.COMPRESSOR),
                            pin(values, Dialect.Climate.FAN),
                            pin(values, Dialect.Climate.HEATER),
                            pin(values, Dialect.Climate.THERMOMETERS),
                            pin(values, Dialect.Climate.SHT3X)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    static Connection expander(Dialect.Dispenser dialect, Map<Option, Integer> values)
            throws Refusal {
        if (dialect != Dialect.Dispenser.SPIRALS) {
            throw new Refusal(dialect.word() + " is at no pins; only spirals are");
        }
        return new Connection.Expander(new ExpanderAddress(pin(values, Dialect.Dispenser.ADDRESS)));
    }

    /** Why contacts and cooling cannot both have their pins; empty when they can. */
    static Optional<String> requireApart(
            @Nullable Wire<Dialect.Cabinet> cabinet, @Nullable Wire<Dialect.Climate> climate) {
        if (cabinet == null
                || climate == null
                || !(cabinet.connection() instanceof Connection.Pins(CabinetPins contacts))
                || !(climate.connection() instanceof Connection.Cooling(ClimatePins cooling))) {
            return Optional.empty();
        }
        Set<Integer> ofContacts =
                Set.of(
                        contacts.doorSwitch(),
                        contacts.powerFail(),
                        contacts.lock(),
                        contacts.light());
        return Stream.of(cooling.compressor(), cooling.fan(), cooling.heater())
                .filter(ofContacts::contains)
                .findFirst()
                .map(pin -> "pin " + pin + " is a contact of the cabinet already");
    }

    private static int pin(Map<Option, Integer> values, Option option) {
        return values.getOrDefault(option, option.usual());
    }
}
