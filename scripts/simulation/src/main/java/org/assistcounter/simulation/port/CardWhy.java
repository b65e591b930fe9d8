package org.assistcounter.simulation.port;

import java.util.Locale;
import java.util.Optional;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;

/** Why a vend is failed or cancelled, and so what its outcome means to the owner. */
enum CardWhy {
    /** The owner says that nothing came out. */
    FAILED,
    /** The owner gave up. */
    CANCELLED,
    /** The reader took too long. */
    TIMED_OUT;

    Optional<CashlessEvent> outcome(Settlement settlement) {
        boolean isBack = settlement == Settlement.REFUNDED;
        return switch (this) {
            case FAILED -> Optional.of(new CashlessEvent.FailureSettled(settlement));
            case CANCELLED -> isBack ? Optional.empty() : Optional.of(late(settlement));
            case TIMED_OUT ->
                    Optional.of(isBack ? new CashlessEvent.VendDenied() : late(settlement));
        };
    }

    private static CashlessEvent late(Settlement settlement) {
        return new CashlessEvent.ReaderLost(
                "approved after the cancel, refund " + settlement.name().toLowerCase(Locale.ROOT));
    }
}
