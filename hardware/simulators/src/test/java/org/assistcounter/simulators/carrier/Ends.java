package org.assistcounter.simulators.carrier;

import org.jspecify.annotations.Nullable;

/** Both ends of a wire as a test moves them: commands go in, and time passes until words come. */
interface Ends<C, E, T, S> extends AutoCloseable {

    void command(C command);

    void trick(T trick);

    /** The next thing that the driver said, or null when it said nothing for so long. */
    @Nullable E nextEvent(long patienceMillis) throws InterruptedException;

    /** The next thing that the other end showed, or null when it showed nothing for so long. */
    @Nullable S nextSnapshot(long patienceMillis) throws InterruptedException;

    @Override
    void close();
}
