package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.devices.cabinet.Watchdog;
import org.assistcounter.devices.cabinet.WatchdogSettings;
import org.assistcounter.devices.wiring.PinsOfThisComputer;

/**
 * The computer's watchdog, fed only while the core answers. A Pi's runs for 15 seconds, so the core
 * may be busy with one thing, a slow disk for example, for ten. What can feed it lies beside the
 * delivered agent and is found by name of its service.
 */
final class CoreWatchdog implements AutoCloseable {
    private static final long EVERY_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final CoreThread core;
    private final Watchdog watchdog;

    private CoreWatchdog(Path device, CoreThread core, long everyMillis, long patienceMillis)
            throws IOException {
        this.core = core;
        this.watchdog =
                PinsOfThisComputer.find()
                        .watchdog(
                                new WatchdogSettings(
                                        device.toString(),
                                        everyMillis,
                                        patienceMillis,
                                        this::ask,
                                        this::notFed));
    }

    static CoreWatchdog start(Path device, CoreThread core) throws IOException {
        return start(device, core, EVERY_MILLIS, PATIENCE_MILLIS);
    }

    static CoreWatchdog start(Path device, CoreThread core, long everyMillis, long patienceMillis)
            throws IOException {
        CoreWatchdog started = new CoreWatchdog(device, core, everyMillis, patienceMillis);
        started.watchdog.start();
        return started;
    }

    private void ask(long number) {
        LongConsumer answer = answered -> watchdog.answered(answered);
        core.ask(number, answer);
    }

    /** It goes on selling without: the journal tells that nobody would wake it from a hang. */
    private void notFed(String cause) {
        core.offer(new Input.Refused("watchdog", "not fed", cause));
    }

    /** An orderly end must not reset the computer. */
    @Override
    public void close() {
        watchdog.close();
    }
}
