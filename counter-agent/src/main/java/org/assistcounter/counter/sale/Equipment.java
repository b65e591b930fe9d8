package org.assistcounter.counter.sale;

/**
 * What is known of the devices and the way to the fleet.
 *
 * @param priceStepMinor prices that are not a multiple of it cannot be asked of the reader
 */
public record Equipment(
        Reader reader, long priceStepMinor, boolean dispenserReady, boolean fleetReachable) {

    /** As an agent starts: nothing has reported yet. */
    public static final Equipment UNHEARD = new Equipment(Reader.LOST, 1, false, false);

    /** The card reader. */
    public enum Reader {
        LOST,
        READY,
        IN_SESSION
    }

    Equipment with(Reader next) {
        return new Equipment(next, priceStepMinor, dispenserReady, fleetReachable);
    }

    Equipment withStep(long stepMinor) {
        return new Equipment(Reader.READY, stepMinor, dispenserReady, fleetReachable);
    }

    Equipment withDispenser(boolean ready) {
        return new Equipment(reader, priceStepMinor, ready, fleetReachable);
    }

    Equipment withFleet(boolean reachable) {
        return new Equipment(reader, priceStepMinor, dispenserReady, reachable);
    }
}
