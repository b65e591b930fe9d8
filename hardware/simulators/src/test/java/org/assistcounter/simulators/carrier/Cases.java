package org.assistcounter.simulators.carrier;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every device with every carrier, and with every fault of the wire. */
public final class Cases {

    private Cases() {}

    /** Device and carrier. */
    public static Stream<Arguments> carried(Stream<?> devices) {
        return devices.flatMap(device ->
                Stream.of(Carrier.values()).map(carrier -> Arguments.of(device, carrier)));
    }

    /** Device, carrier and fault. */
    public static Stream<Arguments> spoilt(Stream<?> devices) {
        List<WireFault> faults = List.of(WireFault.values());
        return carried(devices)
                .flatMap(both ->
                        faults.stream()
                                .map(fault -> Arguments.of(both.get()[0], both.get()[1], fault)));
    }
}
