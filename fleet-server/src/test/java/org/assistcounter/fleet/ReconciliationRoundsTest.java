package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rounds make of refunds that people ended, of running totals and of bills that fail. */
@ExtendWith(RunningServer.class)
class ReconciliationRoundsTest extends ReconcilingServer {

    @Test
    void comparesADayWithARefundThatAPersonHasSent() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0012")) {
            Sales sale = paid(counter);
            counter.tells(sale.jammed());
            Eventually.holds(() -> refunded(sale));
            twoDaysLater(sale);
            change(
                    "update wallets_refund set state = 'sent', reference = 'RN-0012', ended_by ="
                            + " 'rn-li'",
                    sale.id().attempt(1));

            run();
            assertThat(ofTheBill(counter)).containsExactly(DifferenceKind.REFUND_NOT_MADE);

            change("delete from wallets_sandbox_refund", sale.id().attempt(1));
            run();
            assertThat(ofTheBill(counter)).isEmpty();
        }
    }
}
