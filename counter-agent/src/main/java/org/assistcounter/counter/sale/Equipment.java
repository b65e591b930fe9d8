package org.assistcounter.counter.sale;

/**
 * What is known of the devices and the way to the fleet.
 *
 * @param prices what can be asked of the reader
 * @param itemsAtOnce how many items the cabinet can give out for one sale
 */
public record Equipment(
        Reader reader,
        Prices prices,
        boolean dispenserReady,
        Fleet fleet,
        boolean scannerReady,
        Cabinet cabinet,
        int itemsAtOnce) {

    /** As an agent starts: nothing has reported yet. */
    public static final Equipment UNHEARD =
            new Equipment(
                    Reader.LOST,
                    new Prices(1, Long.MAX_VALUE),
                    false,
                    Fleet.AWAY,
                    false,
                    Cabinet.WELL,
                    1);

    /** The card reader. */
    public enum Reader {
        LOST,
        READY,
        IN_SESSION
    }

    /**
     * The prices that the reader can say: multiples of a step, up to a largest amount.
     *
     * @param isAskedBeforeCard whether it is told the price before a card is there
     */
    public record Prices(long stepMinor, long mostMinor, boolean isAskedBeforeCard) {

        /** Of a reader that is told the price once a card is there. */
        public Prices(long stepMinor, long mostMinor) {
            this(stepMinor, mostMinor, false);
        }

        boolean include(long priceMinor) {
            return priceMinor % stepMinor == 0 && priceMinor <= mostMinor;
        }
    }

    /**
     * The cabinet's contacts. A counter without any is well.
     *
     * @param isKnown whether they can be read at all
     */
    public record Cabinet(boolean isKnown, boolean isDoorClosed, boolean isPowerGood) {

        /** Door closed, mains there. */
        public static final Cabinet WELL = new Cabinet(true, true, true);

        /** Wired and not readable: a hand may be behind an open door. */
        public static final Cabinet LOST = new Cabinet(false, true, true);

        /** Whether a motor may turn. */
        public boolean isWell() {
            return isKnown && isDoorClosed && isPowerGood;
        }

        Cabinet door(boolean closed) {
            return new Cabinet(isKnown, closed, isPowerGood);
        }

        Cabinet power(boolean good) {
            return new Cabinet(isKnown, isDoorClosed, good);
        }
    }

    /**
     * The way to the fleet.
     *
     * @param isBelieving whether it believes this counter's journal, as far as it has said
     */
    public record Fleet(boolean isReachable, boolean isBelieving) {

        /** Nobody has said anything yet. */
        public static final Fleet AWAY = new Fleet(false, true);

        /** All is well. */
        public static final Fleet THERE = new Fleet(true, true);

        Fleet reachable(boolean now) {
            return new Fleet(now, isBelieving);
        }

        Fleet believing(boolean now) {
            return new Fleet(isReachable, now);
        }
    }

    /** Whether the fleet can be asked. */
    public boolean fleetReachable() {
        return fleet.isReachable();
    }

    /** Whether something may be sold: what nobody would book is not. */
    public boolean canSell() {
        return canDispense() && fleet.isBelieving();
    }

    /** Whether a motor can and may turn. */
    public boolean canDispense() {
        return dispenserReady && cabinet.isWell();
    }

    Equipment with(Reader next) {
        return new Equipment(
                next, prices, dispenserReady, fleet, scannerReady, cabinet, itemsAtOnce);
    }

    Equipment ready(Prices next) {
        return new Equipment(
                Reader.READY, next, dispenserReady, fleet, scannerReady, cabinet, itemsAtOnce);
    }

    Equipment withDispenser(boolean ready) {
        return new Equipment(reader, prices, ready, fleet, scannerReady, cabinet, itemsAtOnce);
    }

    Equipment with(Fleet next) {
        return new Equipment(
                reader, prices, dispenserReady, next, scannerReady, cabinet, itemsAtOnce);
    }

    Equipment withScanner(boolean ready) {
        return new Equipment(reader, prices, dispenserReady, fleet, ready, cabinet, itemsAtOnce);
    }

    Equipment with(Cabinet next) {
        return new Equipment(
                reader, prices, dispenserReady, fleet, scannerReady, next, itemsAtOnce);
    }

    /** The same cabinet, giving out so many items for one sale. */
    public Equipment giving(int items) {
        return new Equipment(reader, prices, dispenserReady, fleet, scannerReady, cabinet, items);
    }
}
