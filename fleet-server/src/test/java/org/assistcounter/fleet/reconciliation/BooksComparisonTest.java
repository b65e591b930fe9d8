package org.assistcounter.fleet.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assistcounter.fleet.ledger.ClearingSum;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.WalletSum;
import org.assistcounter.protocol.journal.Totals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What does not agree between the ledger, the wallets' word and the counters' own sums. */
class BooksComparisonTest {

    private static final String COUNTER = "a".repeat(32);

    @Test
    void findsNothingWhereLedgerAndWalletAgree() {
        assertThat(kinds(booked(990), paid(true, 990))).isEmpty();
        assertThat(kinds(booked(0), paid(true, 0))).isEmpty();
        assertThat(kinds(null, paid(false, 0))).isEmpty();
    }

    @Test
    void findsAClaimOfAPaymentThatNoWalletKnows() {
        assertThat(kinds(booked(990), null)).containsExactly(DifferenceKind.CLAIMED_NOT_PAID);
        assertThat(kinds(booked(990), paid(false, 0)))
                .containsExactly(DifferenceKind.CLAIMED_NOT_PAID);
    }

    @Test
    void findsAPaymentOfWhichNothingIsBooked() {
        assertThat(kinds(null, paid(true, 990))).containsExactly(DifferenceKind.PAID_NOT_BOOKED);
    }

    @Test
    void findsAnotherSum() {
        assertThat(kinds(booked(991), paid(true, 990)))
                .containsExactly(DifferenceKind.BOOKED_DIFFERS);
    }

    @Test
    void leavesAPaymentAnHourToBeBooked() {
        var young = new BooksComparison(Orders.NOON.plus(Duration.ofMinutes(59)));

        assertThat(young.of(null, paid(true, 990))).isEmpty();
    }

    @Test
    void findsNothingWhereACounterHasSignedForWhatIsBooked() {
        Totals totals = new Totals(990, 90, 3, 2);

        assertThat(counter(totals, totals, Totals.ZERO)).isEmpty();
    }

    @Test
    void explainsWhatIsParked() {
        assertThat(counter(new Totals(990, 0, 1, 1), Totals.ZERO, new Totals(990, 0, 1, 1)))
                .isEmpty();
    }

    @Test
    void findsEachSumThatACounterHasSignedOtherwise() {
        assertThat(counter(new Totals(990, 90, 3, 2), new Totals(991, 91, 4, 3), Totals.ZERO))
                .containsExactly(
                        DifferenceKind.CHARGED_DIFFERS,
                        DifferenceKind.REFUNDED_DIFFERS,
                        DifferenceKind.DISPENSED_DIFFERS,
                        DifferenceKind.SALES_DIFFER);
    }

    private static List<DifferenceKind> counter(Totals signed, Totals booked, Totals parked) {
        return new CounterComparison("weinan", COUNTER, signed, booked, parked)
                .on(Orders.DAY).stream().map(found -> found.key().kind()).toList();
    }

    private static ClearingSum booked(long minor) {
        return new ClearingSum("SALE", "weinan", COUNTER, minor, Orders.DAY);
    }

    private static WalletSum paid(boolean isPaid, long minor) {
        return new WalletSum(
                "SALE",
                new Attempt.Owner("weinan", COUNTER),
                WalletKind.WECHAT,
                isPaid,
                minor,
                Orders.NOON);
    }

    private static List<DifferenceKind> kinds(
            @Nullable ClearingSum booked, @Nullable WalletSum paid) {
        return new BooksComparison(Orders.NOON.plus(Duration.ofDays(1)))
                .of(booked, paid).stream().map(found -> found.key().kind()).toList();
    }
}
