package org.assistcounter.counter.link;

import java.util.List;
import org.assistcounter.protocol.identity.CounterId;

/**
 * Which of the fleet's brokers to try: the counter's own, which follows from its id, so that a
 * fleet spreads evenly; when that cannot be reached the next, and so on around. Whoever has lost a
 * connection begins at its own again.
 */
public final class Brokers<T> {
    private final List<T> all;
    private final int own;
    private int failures;

    /**
     * @param all in the order in which the fleet names them to everybody
     */
    public Brokers(List<T> all, CounterId counter) {
        this.all = List.copyOf(all);
        byte[] id = counter.bytes();
        this.own = Byte.toUnsignedInt(id[id.length - 1]) % this.all.size();
    }

    /** The one to try now. */
    public T next() {
        return all.get((own + failures) % all.size());
    }

    /** It could not be reached. */
    public void failed() {
        failures = (failures + 1) % all.size();
    }

    /** It was reached. */
    public void reached() {
        failures = 0;
    }
}
