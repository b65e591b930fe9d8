package org.assistcounter.simulation;

import org.assistcounter.simulation.port.Port;
import org.assistcounter.simulators.world.WireEnd;

/** A life's end of a wire: a shipped driver, its bytes, and the device at the other end. */
final class WirePort<C> implements Port<C> {
    static final long WIRE_MILLIS = 2;

    private final WireEnd<C, ?> driver;
    private final WireEnd<?, ?> device;

    WirePort(WireEnd<C, ?> driver, WireEnd<?, ?> device) {
        this.driver = driver;
        this.device = device;
    }

    @Override
    public void command(C command) {
        driver.command(command);
    }

    @Override
    public void connect() {
        driver.connect(device, WIRE_MILLIS);
    }

    @Override
    public void cut() {
        driver.cut();
    }
}
