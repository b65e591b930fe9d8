package org.assistcounter.devices.cabinet;

/** Resets the computer when nobody answers any more. */
public interface Watchdog extends AutoCloseable {

    /** It runs from now on. */
    void start();

    /** The core answers a question of {@link WatchdogSettings#ask}. */
    void answered(long number);

    /** An orderly end: nothing is reset. */
    @Override
    void close();
}
