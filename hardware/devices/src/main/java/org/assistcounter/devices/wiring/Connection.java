package org.assistcounter.devices.wiring;

import java.net.InetSocketAddress;
import java.net.URI;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.SerialLine;
import org.assistcounter.devices.line.TcpLine;
import org.assistcounter.devices.spiral.ExpanderAddress;

/** Where a line goes. */
public sealed interface Connection {
    int PORT_MAX = 65_535;

    /** To a TCP port, of a simulator or a serial server. */
    record Tcp(String host, int port) implements Connection {}

    /** To a serial device of this machine. */
    record Serial(String device) implements Connection {}

    /** To pins of this computer. */
    record Pins(CabinetPins pins) implements Connection {}

    /** To the pins and sensors of this computer that cool a compartment. */
    record Cooling(ClimatePins pins) implements Connection {}

    /** To a port expander on the I2C bus of this computer. */
    record Expander(ExpanderAddress address) implements Connection {}

    /** How to open it; a serial one at the speed of what is spoken on it. */
    default LineOpener opener(int baud) {
        return switch (this) {
            case Tcp(String host, int port) -> TcpLine.opener(new InetSocketAddress(host, port));
            case Serial(String device) -> SerialLine.opener(device, baud);
            case Pins(CabinetPins pins) -> () -> PinsOfThisComputer.find().opener(pins).open();
            case Cooling(ClimatePins pins) -> () -> PinsOfThisComputer.find().opener(pins).open();
            case Expander(ExpanderAddress address) ->
                    () -> PinsOfThisComputer.find().opener(address).open();
        };
    }

    /** Reads {@code tcp://host:port} or {@code serial:///dev/name}. */
    static Connection read(String address) throws WiringLine.Refusal {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new WiringLine.Refusal("not an address: " + address);
        }
        String scheme = String.valueOf(uri.getScheme());
        String host = uri.getHost();
        String path = uri.getPath();
        if (scheme.equals("tcp")
                && host != null
                && uri.getPort() > 0
                && uri.getPort() <= PORT_MAX) {
            return new Tcp(host, uri.getPort());
        }
        if (scheme.equals("serial") && host == null && path != null && path.startsWith("/dev/")) {
            return new Serial(path);
        }
        throw new WiringLine.Refusal("wanted tcp://host:port or serial:///dev/name");
    }
}
