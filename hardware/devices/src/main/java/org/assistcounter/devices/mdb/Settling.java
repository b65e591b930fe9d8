package org.assistcounter.devices.mdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;

/**
 * Why a vend is being failed or cancelled, and so what its outcome means to the owner. A failure
 * that the driver itself starts, because an approval crossed a cancel, must look like a refusal
 * when the money is back, and like an unknown vend when it is not.
 */
enum Settling {
    /** The owner says that nothing came out. */
    FAILED_BY_OWNER,
    /** The owner cancelled; the approval came too late. */
    CANCELLED_BY_OWNER,
    /** The reader took too long; the driver cancelled. */
    TIMED_OUT;

    List<CashlessEvent> outcome(Settlement settlement) {
        List<CashlessEvent> events = new ArrayList<>();
        switch (this) {
            case FAILED_BY_OWNER -> events.add(new CashlessEvent.FailureSettled(settlement));
            case CANCELLED_BY_OWNER -> {
                if (settlement != Settlement.REFUNDED) {
                    events.add(lost(settlement));
                }
            }
            case TIMED_OUT ->
                    events.add(
                            settlement == Settlement.REFUNDED
                                    ? new CashlessEvent.VendDenied()
                                    : lost(settlement));
        }
        return events;
    }

    private static CashlessEvent lost(Settlement settlement) {
        return new CashlessEvent.ReaderLost(
                "approved after the cancel, refund " + settlement.name().toLowerCase(Locale.ROOT));
    }
}
