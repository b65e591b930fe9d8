package org.assistcounter.counter.sale;

import org.assistcounter.counter.sale.Equipment.Reader;
import org.assistcounter.protocol.journal.PaymentWay;

/** Which ways to pay work now, and if not, why, in the words of the screen. */
public final class Ways {

    private Ways() {}

    /** Empty when the way works. */
    public static String obstacle(PaymentWay way, Equipment equipment, long priceMinor) {
        return switch (way) {
            case CARD -> card(equipment, priceMinor);
            case WALLET -> equipment.fleetReachable() ? "" : "offline";
        };
    }

    private static String card(Equipment equipment, long priceMinor) {
        if (equipment.reader() != Reader.READY) {
            return "reader-out";
        }
        return equipment.prices().include(priceMinor) ? "" : "price-not-payable";
    }
}
