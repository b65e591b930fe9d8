package org.assistcounter.devices.cabinet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * How a watchdog is fed.
 *
 * @param patienceMillis how long a question may wait for its answer
 * @param ask hands a numbered question to the core's queue and returns at once
 * @param failures told when there is no watchdog or it takes no food; it is then fed no longer
 */
public record WatchdogSettings(
        Path device,
        long everyMillis,
        long patienceMillis,
        LongConsumer ask,
        Consumer<IOException> failures) {}
