package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.simulators.cashless.CardLedger;
import org.junit.jupiter.api.Test;

class CardRuleTest {
    private static final SaleId SALE = SaleId.of(3, 4);
    private static final Fact ASKED = new Fact.PaymentRequested(SALE, 1, PaymentWay.CARD, 500);
    private static final Fact PAID =
            new Fact.PaymentResolved(SALE, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, 500, null);
    private static final Fact RETURNED =
            new Fact.RefundResolved(SALE, 1, 1, PaymentWay.CARD, 500, RefundOutcome.RETURNED);

    private final CardRule rule = new CardRule();

    @Test
    void holdsWhenTheReaderTookAndReturnedIt() {
        rule.follow(ASKED, reader(900, 0));
        rule.follow(PAID, reader(1_400, 0));
        rule.follow(RETURNED, reader(1_400, 500));
    }

    @Test
    void takesMoneyOfAnEarlierSaleForNoCredit() {
        rule.follow(ASKED, reader(900, 0));

        refuses(PAID, reader(900, 0));
    }

    @Test
    void refusesAnotherAmountThanTheReaderTook() {
        rule.follow(ASKED, reader(900, 0));

        refuses(PAID, reader(1_399, 0));
    }

    @Test
    void takesARefundOfAnEarlierSaleForNoCredit() {
        rule.follow(ASKED, reader(900, 900));
        rule.follow(PAID, reader(1_400, 900));

        refuses(RETURNED, reader(1_400, 900));
    }

    @Test
    void refusesAPaymentThatNobodyAskedFor() {
        refuses(PAID, reader(500, 0));
    }

    private void refuses(Fact fact, CardLedger reader) {
        assertThatExceptionOfType(Violation.class).isThrownBy(() -> rule.follow(fact, reader));
    }

    private static CardLedger reader(long approved, long refunded) {
        return new CardLedger(approved, refunded, approved - refunded, 0, List.of());
    }
}
