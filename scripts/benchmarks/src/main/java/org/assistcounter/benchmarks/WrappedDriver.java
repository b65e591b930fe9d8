package org.assistcounter.benchmarks;

import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;

/** A driver with somebody beside it who looks at a clock; what the driver does is not changed. */
class WrappedDriver<C, E> implements LineDriver<C, E> {
    private final LineDriver<C, E> driver;

    WrappedDriver(LineDriver<C, E> driver) {
        this.driver = driver;
    }

    @Override
    public LineOutput<E> opened(long nowMillis) {
        return driver.opened(nowMillis);
    }

    @Override
    public LineOutput<E> closed(long nowMillis) {
        return driver.closed(nowMillis);
    }

    @Override
    public LineOutput<E> received(byte[] bytes, long nowMillis) {
        return driver.received(bytes, nowMillis);
    }

    @Override
    public LineOutput<E> commanded(C command, long nowMillis) {
        return driver.commanded(command, nowMillis);
    }

    @Override
    public LineOutput<E> elapsed(long nowMillis) {
        return driver.elapsed(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        return driver.deadlineMillis();
    }
}
