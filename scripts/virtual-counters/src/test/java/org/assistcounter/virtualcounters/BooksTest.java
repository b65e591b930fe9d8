package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;

class BooksTest {

    @Test
    void anAmountThatIsBookedTwiceIsNamed() {
        Takings sold = new Takings();
        sold.add(
                new Fact.PaymentResolved(
                        SaleId.of(1, 2), 1, PaymentWay.CARD, PaymentOutcome.APPROVED, 990, null));
        Map<String, Long> before = Map.of("card-clearing/CNY", 10L);

        assertThat(
                        Books.differences(
                                before,
                                Map.of("card-clearing/CNY", 1_000L, "shopper/CNY", -990L),
                                sold.balances()))
                .isEmpty();
        assertThat(
                        Books.differences(
                                before,
                                Map.of("card-clearing/CNY", 1_990L, "shopper/CNY", -990L),
                                sold.balances()))
                .containsExactly("card-clearing/CNY: sold 990, booked 1980");
    }
}
