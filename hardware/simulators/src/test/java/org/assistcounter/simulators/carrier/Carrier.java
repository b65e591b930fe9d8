package org.assistcounter.simulators.carrier;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.SerialLine;
import org.assistcounter.devices.line.TcpLine;
import org.assistcounter.devices.line.TcpListener;
import org.assistcounter.simulators.pty.PseudoTerminal;

/** What carries the bytes between a driver and its other end. */
public enum Carrier {
    VIRTUAL_TIME,
    TCP,
    PSEUDO_TERMINAL;

    /** Joins a driver and the other end of its line and starts both. */
    public <C, E, T, S> Rig<C, E, T, S> join(
            LineDriver<C, E> driver, LineDriver<T, S> otherEnd, int baud) throws IOException {
        FaultyEnd<T, S> far = new FaultyEnd<>(otherEnd);
        return switch (this) {
            case VIRTUAL_TIME -> new Rig<>(far, new VirtualEnds<>(driver, far));
            case TCP -> {
                TcpListener port = new TcpListener(0);
                var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port());
                yield onThreads(driver, far, TcpLine.opener(address), port);
            }
            case PSEUDO_TERMINAL -> {
                PseudoTerminal cable = new PseudoTerminal();
                yield onThreads(driver, far, SerialLine.opener(cable.device(), baud), cable);
            }
        };
    }

    private static <C, E, T, S> Rig<C, E, T, S> onThreads(
            LineDriver<C, E> driver, FaultyEnd<T, S> far, LineOpener near, LineOpener farLine) {
        return new Rig<>(far, new ThreadedEnds<>(driver, near, far, farLine));
    }
}
