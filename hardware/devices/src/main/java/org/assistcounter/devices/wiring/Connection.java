package org.assistcounter.devices.wiring;

import java.net.InetSocketAddress;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.SerialLine;
import org.assistcounter.devices.line.TcpLine;

/** Where a line goes. */
public sealed interface Connection {

    /** To a TCP port, of a simulator or a serial server. */
    record Tcp(String host, int port) implements Connection {}

    /** To a serial device of this machine. */
    record Serial(String device) implements Connection {}

    /** How to open it; a serial one at the speed of what is spoken on it. */
    default LineOpener opener(int baud) {
        return switch (this) {
            case Tcp(String host, int port) -> TcpLine.opener(new InetSocketAddress(host, port));
            case Serial(String device) -> SerialLine.opener(device, baud);
        };
    }
}
