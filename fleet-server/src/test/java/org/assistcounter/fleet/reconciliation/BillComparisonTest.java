package org.assistcounter.fleet.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assistcounter.fleet.wallets.BillLine.Kind;
import org.assistcounter.fleet.wallets.BilledOrder.RefundState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not agree between an order and the bills. */
class BillComparisonTest {

    private static final Instant LATER = Orders.NOON.plus(Duration.ofDays(3));
    private static final LocalDate NEXT = Orders.DAY.plusDays(1);

    @Test
    void findsNothingWhereBillAndOrderAgree() {
        assertThat(kinds(Orders.paid().billed(Kind.PAID, Orders.PRICE))).isEmpty();
        assertThat(kinds(Orders.unpaid())).isEmpty();
        assertThat(
                        kinds(
                                Orders.paid()
                                        .refunded(RefundState.REFUNDED)
                                        .billed(Kind.PAID, Orders.PRICE)
                                        .billed(Kind.REFUNDED, 90)))
                .isEmpty();
    }

    @Test
    void findsAPaymentThatNoBillHas() {
        assertThat(comparison(LATER).of(Orders.paid().order()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.key().kind()).isEqualTo(DifferenceKind.NOT_BILLED);
                    assertThat(found.ours()).isEqualTo(Orders.PRICE);
                    assertThat(found.theirs()).isZero();
                    assertThat(found.place().tenant()).isEqualTo("weinan");
                    assertThat(found.place().day()).isEqualTo(Orders.DAY);
                });
    }

    @Test
    void missesNoPaymentWhoseBillIsNotThereYet() {
        var comparison = new BillComparison(Source.WECHAT, Set.of(NEXT), LATER);

        assertThat(comparison.of(Orders.paid().order())).isEmpty();
    }

    @Test
    void missesNoPaymentThatIsLessThanADayOld() {
        assertThat(comparison(Orders.NOON.plus(Duration.ofHours(23))).of(Orders.paid().order()))
                .isEmpty();
    }

    @Test
    void findsAPaymentOfMidnightInTheBillOfTheNextDay() {
        Orders order = Orders.paidAt(Instant.parse("2026-11-27T15:58:00Z"));

        assertThat(kinds(order.billed(NEXT, Kind.PAID, Orders.PRICE, ""))).isEmpty();
    }

    @Test
    void missesNoPaymentOfMidnightUntilBothBillsAreThere() {
        Orders order = Orders.paidAt(Instant.parse("2026-11-27T15:58:00Z"));
        var before = new BillComparison(Source.WECHAT, Set.of(Orders.DAY), LATER);

        assertThat(before.of(order.order())).isEmpty();
        assertThat(kinds(order)).containsExactly(DifferenceKind.NOT_BILLED);
    }

    @Test
    void findsAPaymentThatWeDoNotKnowOf() {
        assertThat(kinds(Orders.unpaid().billed(Kind.PAID, Orders.PRICE)))
                .containsExactly(DifferenceKind.NOT_PAID);
    }

    @Test
    void findsNothingInAPaymentThatWasUndone() {
        assertThat(
                        kinds(
                                Orders.unpaid()
                                        .billed(Kind.PAID, Orders.PRICE)
                                        .billed(Kind.REVERSED, Orders.PRICE)))
                .isEmpty();
    }

    @Test
    void findsAPaymentThatWasUndoneWithoutUs() {
        assertThat(
                        kinds(
                                Orders.paid()
                                        .billed(Kind.PAID, Orders.PRICE)
                                        .billed(Kind.REVERSED, Orders.PRICE)))
                .containsExactly(DifferenceKind.AMOUNT_DIFFERS);
    }

    @Test
    void findsAnotherAmount() {
        assertThat(kinds(Orders.paid().billed(Kind.PAID, Orders.PRICE + 1)))
                .containsExactly(DifferenceKind.AMOUNT_DIFFERS);
    }

    @Test
    void findsAPaymentThatIsBilledTwice() {
        Orders twice =
                Orders.paid().billed(Kind.PAID, Orders.PRICE).billed(Kind.PAID, Orders.PRICE);

        assertThat(kinds(twice)).containsExactly(DifferenceKind.BILLED_TWICE);
    }

    @Test
    void findsAPaymentThatStandsInTheBillsOfTwoDays() {
        Orders twice =
                Orders.paid()
                        .billed(Kind.PAID, Orders.PRICE)
                        .billed(NEXT, Kind.PAID, Orders.PRICE, "");

        assertThat(kinds(twice)).containsExactly(DifferenceKind.BILLED_TWICE);
    }

    @Test
    void findsAnOrderThatNobodyOfOursMade() {
        assertThat(comparison(LATER).of(Orders.unknown().billed(Kind.PAID, 500).order()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.key().kind()).isEqualTo(DifferenceKind.FOREIGN_ORDER);
                    assertThat(found.theirs()).isEqualTo(500);
                    assertThat(found.place().tenant()).isNull();
                    assertThat(found.place().transaction()).isEqualTo("42");
                });
    }

    @Test
    void findsARefundThatNoBillHas() {
        Orders order = Orders.paid().refunded(RefundState.REFUNDED).billed(Kind.PAID, Orders.PRICE);

        assertThat(comparison(LATER).of(order.order()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.key().kind()).isEqualTo(DifferenceKind.REFUND_NOT_BILLED);
                    assertThat(found.key().subject()).isEqualTo(Orders.REFUND);
                    assertThat(found.ours()).isEqualTo(90);
                });
    }

    @Test
    void findsARefundThatWeNeverWanted() {
        Orders order = Orders.paid().billed(Kind.PAID, Orders.PRICE).billed(Kind.REFUNDED, 90);

        assertThat(kinds(order)).containsExactly(DifferenceKind.REFUND_UNKNOWN);
    }

    @Test
    void findsARefundThatWeThinkFailed() {
        Orders order =
                Orders.paid()
                        .refunded(RefundState.FAILED)
                        .billed(Kind.PAID, Orders.PRICE)
                        .billed(Kind.REFUNDED, 90);

        assertThat(kinds(order)).containsExactly(DifferenceKind.REFUND_NOT_MADE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "VOID"})
    void findsARefundThatTheWalletMadeThoughAPersonHasEndedIt(RefundState ended) {
        Orders order = Orders.paid().refunded(ended).billed(Kind.PAID, Orders.PRICE);

        assertThat(kinds(order)).isEmpty();
        assertThat(kinds(order.billed(Kind.REFUNDED, 90)))
                .containsExactly(DifferenceKind.REFUND_NOT_MADE);
    }

    @Test
    void waitsADayForARefundThatIsUnderWay() {
        Orders order =
                Orders.paid()
                        .refunded(RefundState.REFUNDING)
                        .billed(Kind.PAID, Orders.PRICE)
                        .billed(Kind.REFUNDED, 90);

        assertThat(comparison(Orders.NOON.plus(Duration.ofHours(20))).of(order.order())).isEmpty();
        assertThat(kinds(order)).containsExactly(DifferenceKind.REFUND_NOT_MADE);
    }

    @Test
    void findsARefundOfAnotherAmount() {
        Orders order =
                Orders.paid()
                        .refunded(RefundState.REFUNDED)
                        .billed(Kind.PAID, Orders.PRICE)
                        .billed(Kind.REFUNDED, 91);

        assertThat(kinds(order)).containsExactly(DifferenceKind.REFUND_DIFFERS);
    }

    private static BillComparison comparison(Instant now) {
        return new BillComparison(Source.WECHAT, Set.of(Orders.DAY, NEXT), now);
    }

    private static List<DifferenceKind> kinds(Orders orders) {
        return comparison(LATER).of(orders.order()).stream()
                .map(found -> found.key().kind())
                .toList();
    }
}
