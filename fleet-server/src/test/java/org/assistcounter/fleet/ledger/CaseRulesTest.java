package org.assistcounter.fleet.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What moves when a case is settled. */
class CaseRulesTest {
    private static final long PRICE = 990;

    static Stream<Arguments> everyFindingOfEveryCase() {
        return Arrays.stream(CaseReason.values())
                .flatMap(reason ->
                        Finding.of(reason, PaymentWay.CARD).stream()
                                .map(finding -> Arguments.of(reason, finding)));
    }

    @ParameterizedTest
    @MethodSource("everyFindingOfEveryCase")
    void emptiesTheCaseAndSumsToZero(CaseReason reason, Finding finding) {
        List<Posting> postings = CaseRules.settle(file(reason, PaymentWay.CARD), finding);

        assertThat(sum(postings, Account.CASES)).isEqualTo(PRICE);
        postings.stream()
                .collect(groupingBy(Posting::unit, summingLong(Posting::amount)))
                .forEach((unit, total) -> assertThat(total).as(unit).isZero());
    }

    @ParameterizedTest
    @MethodSource("everyFindingOfEveryCase")
    void leavesNothingInDoubt(CaseReason reason, Finding finding) {
        List<Posting> postings = CaseRules.settle(file(reason, PaymentWay.CARD), finding);

        boolean goods = reason == CaseReason.UNPROVEN_DELIVERY;
        assertThat(sum(postings, Account.IN_DOUBT)).isEqualTo(goods ? -1 : 0);
        boolean unconfirmed = reason == CaseReason.PAYMENT_NOT_KNOWN;
        assertThat(sum(postings, Account.CARD_UNCONFIRMED)).isEqualTo(unconfirmed ? -PRICE : 0);
    }

    @Test
    void sellsWhatTurnsOutToBeDelivered() {
        List<Posting> postings =
                CaseRules.settle(
                        file(CaseReason.UNPROVEN_DELIVERY, PaymentWay.CARD), Finding.DELIVERED);

        assertThat(sum(postings, Account.SALES)).isEqualTo(-PRICE);
        assertThat(sum(postings, Account.SOLD)).isOne();
    }

    @Test
    void owesUntilItIsPaidOutAndThenNoMore() {
        CaseFile file = file(CaseReason.UNPROVEN_DELIVERY, PaymentWay.CARD);

        List<Posting> all =
                Stream.concat(
                                CaseRules.settle(file, Finding.PAY_BACK).stream(),
                                CaseRules.payOut(file, Payout.ACQUIRER).stream())
                        .toList();

        assertThat(sum(all, Account.REFUNDS_DUE)).isZero();
        assertThat(sum(all, Account.CARD_CLEARING)).isEqualTo(-PRICE);
        assertThat(sum(all, Account.COUNTED)).isOne();
    }

    @Test
    void takesATransferFromTheOperatorsOwnAccount() {
        List<Posting> postings =
                CaseRules.payOut(
                        file(CaseReason.REFUND_NOT_PROVEN, PaymentWay.CARD), Payout.TRANSFER);

        assertThat(sum(postings, Account.BANK)).isEqualTo(-PRICE);
    }

    @Test
    void confirmsAPaymentThatIsPaidBack() {
        List<Posting> postings =
                CaseRules.settle(
                        file(CaseReason.PAYMENT_NOT_KNOWN, PaymentWay.CARD), Finding.PAY_BACK);

        assertThat(sum(postings, Account.CARD_CLEARING)).isEqualTo(PRICE);
    }

    @Test
    void takesBackWhatAJournalOnlyClaimsThatAWalletWasPaid() {
        List<Posting> postings =
                CaseRules.settle(
                        file(CaseReason.UNPROVEN_DELIVERY, PaymentWay.WALLET), Finding.NOT_TAKEN);

        assertThat(sum(postings, Account.WALLET_CLEARING)).isEqualTo(-PRICE);
        assertThat(sum(postings, Account.IN_DOUBT)).isEqualTo(-1);
    }

    @Test
    void refusesAFindingThatCannotBe() {
        CaseFile file = file(CaseReason.REFUND_NOT_PROVEN, PaymentWay.CARD);

        assertThatThrownBy(() -> CaseRules.settle(file, Finding.NOT_TAKEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long sum(List<Posting> postings, Account account) {
        return postings.stream()
                .filter(posting -> posting.account() == account)
                .mapToLong(Posting::amount)
                .sum();
    }

    private static CaseFile file(CaseReason reason, PaymentWay way) {
        return new CaseFile(
                7,
                new CaseFile.Where("t", "c"),
                new OpenCase.Line("0123456789ABCDEFGHJKMNPQRS", 11, "apples"),
                1,
                new CaseFile.Claim(way, reason, PRICE, "CNY"),
                new CaseFile.Times(Instant.EPOCH, Instant.EPOCH, null));
    }
}
