package org.assistcounter.counter.sale;

import java.util.List;
import org.assistcounter.counter.sale.Equipment.Reader;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;

/** Which ways to pay work now, and if not, why, in the words of the screen. */
public final class Ways {

    private Ways() {}

    /** Empty when the way works. */
    public static String obstacle(PaymentWay way, Equipment equipment, Sale sale) {
        return obstacle(
                way, equipment, sale.lines().stream().map(Fact.SaleLine::priceMinor).toList());
    }

    /** The same for goods that nobody has bought yet: the price of each item. */
    public static String obstacle(PaymentWay way, Equipment equipment, List<Long> prices) {
        return switch (way) {
            case CARD -> card(equipment, prices);
            case WALLET -> equipment.fleetReachable() ? "" : "offline";
        };
    }

    private static String card(Equipment equipment, List<Long> prices) {
        if (equipment.reader() != Reader.READY) {
            return "reader-out";
        }
        return prices.stream().allMatch(equipment.prices()::include) ? "" : "price-not-payable";
    }
}
