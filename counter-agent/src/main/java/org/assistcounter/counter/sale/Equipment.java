package org.assistcounter.counter.sale;

/**
 * What is known of the devices and the way to the fleet.
 *
 * @param prices what can be asked of the reader
 */
public record Equipment(
        Reader reader,
        Prices prices,
        boolean dispenserReady,
        boolean fleetReachable,
        boolean scannerReady) {

    /** As an agent starts: nothing has reported yet. */
    public static final Equipment UNHEARD =
            new Equipment(Reader.LOST, new Prices(1, Long.MAX_VALUE), false, false, false);

    /** The card reader. */
    public enum Reader {
        LOST,
        READY,
        IN_SESSION
    }

    /** The prices that the reader can say: multiples of a step, up to a largest amount. */
    public record Prices(long stepMinor, long mostMinor) {

        boolean include(long priceMinor) {
            return priceMinor % stepMinor == 0 && priceMinor <= mostMinor;
        }
    }

    Equipment with(Reader next) {
        return new Equipment(next, prices, dispenserReady, fleetReachable, scannerReady);
    }

    Equipment ready(Prices next) {
        return new Equipment(Reader.READY, next, dispenserReady, fleetReachable, scannerReady);
    }

    Equipment withDispenser(boolean ready) {
        return new Equipment(reader, prices, ready, fleetReachable, scannerReady);
    }

    Equipment withFleet(boolean reachable) {
        return new Equipment(reader, prices, dispenserReady, reachable, scannerReady);
    }

    Equipment withScanner(boolean ready) {
        return new Equipment(reader, prices, dispenserReady, fleetReachable, ready);
    }
}
