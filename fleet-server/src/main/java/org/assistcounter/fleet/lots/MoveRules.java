package org.assistcounter.fleet.lots;

import java.util.regex.Pattern;

/** Which way goods may go. Pure; the word of what is wrong comes out, empty when nothing is. */
final class MoveRules {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,_'’()（）·#/-]{0,39}");

    private MoveRules() {}

    static String wrong(Place from, Place to, long quantity) {
        if (quantity <= 0) {
            return "no-quantity";
        }
        if (isWrong(from) || isWrong(to)) {
            return "no-place";
        }
        return isWay(from.kind(), to.kind()) && !from.equals(to) ? "" : "no-such-way";
    }

    private static boolean isWrong(Place place) {
        return place.kind().isNamed() != NAME.matcher(place.name()).matches();
    }

    /** Onward step by step, back the same way, and out of warehouses and counters as waste. */
    private static boolean isWay(Place.Kind from, Place.Kind to) {
        return switch (from) {
            case SUPPLIER -> to == Place.Kind.WAREHOUSE;
            case WAREHOUSE ->
                    to == Place.Kind.WAREHOUSE || to == Place.Kind.VAN || to == Place.Kind.WASTE;
            case VAN -> to == Place.Kind.WAREHOUSE || to == Place.Kind.COUNTER;
            case COUNTER -> to == Place.Kind.VAN || to == Place.Kind.WASTE;
            case WASTE -> false;
        };
    }

    /** Whether it brings goods nearer to where they are sold, which needs that they may be. */
    static boolean isOnward(Place to) {
        return to.kind() == Place.Kind.VAN || to.kind() == Place.Kind.COUNTER;
    }
}
