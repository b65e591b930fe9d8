package org.assistcounter.oracles;

import static org.assistcounter.oracles.Story.APPLE;
import static org.assistcounter.oracles.Story.PEAR;
import static org.assistcounter.oracles.Story.PRICE;

import java.util.List;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

/** What the records of one sale may not say. */
class SaleOracleTest {
    private final Story one = Story.ofOneApple();
    private final Story two = Story.ofAppleAndPear();

    private static void breaks(String words, Runnable step) {
        Story.breaks(SaleOracle.NAME, words, step);
    }

    @Test
    void holdsForASaleThatDelivers() {
        one.paidByCard().delivers(APPLE).closes(SaleOutcome.DELIVERED, PRICE, 0, 0).rests();
    }

    @Test
    void holdsForASaleThatDeliversOneLineAndGivesTheOtherBack() {
        two.paidByWallet()
                .delivers(APPLE)
                .commands(PEAR)
                .turns(PEAR)
                .turned(PEAR, DispenseVerdict.NOT_DELIVERED)
                .asksBack(PEAR, PaymentWay.WALLET)
                .refund(PEAR, PaymentWay.WALLET, RefundOutcome.HANDED_OVER)
                .closes(SaleOutcome.DELIVERED, 800, 300, 0)
                .world(new WorldFact.WalletGaveBack(two.sale.attempt(1), "r", 300))
                .rests();
    }

    @Test
    void holdsForASaleThatNobodyPays() {
        one.opened()
                .asks(1, PaymentWay.CARD, PRICE)
                .resolves(1, PaymentWay.CARD, PaymentOutcome.DECLINED, 0)
                .closes(SaleOutcome.UNPAID, 0, 0, 0)
                .rests();
    }

    @Test
    void missesASaleThatNeverEnds() {
        one.paidByCard();

        breaks("never ended", one::rests);
    }

    @Test
    void missesASaleThatBeginsInAnother() {
        one.opened();

        breaks(
                "begins while",
                () -> one.fact(new Fact.SaleOpened(SaleId.of(9, 9), "CNY", 1, List.of(APPLE))));
    }

    @Test
    void missesASaleThatBeginsTwice() {
        one.opened().closes(SaleOutcome.UNPAID, 0, 0, 0);

        breaks("a second time", one::opened);
    }

    @Test
    void missesARecordAfterTheClose() {
        one.opened().closes(SaleOutcome.UNPAID, 0, 0, 0);

        breaks("follows the close", () -> one.asks(1, PaymentWay.CARD, PRICE));
    }

    @Test
    void missesAPriceThatNobodyWasShown() {
        one.opened();

        breaks("nobody was shown", () -> one.asks(1, PaymentWay.CARD, PRICE + 1));
    }

    @Test
    void missesAnAttemptThatIsUsedTwice() {
        one.opened()
                .asks(1, PaymentWay.CARD, PRICE)
                .resolves(1, PaymentWay.CARD, PaymentOutcome.DECLINED, 0);

        breaks("used twice", () -> one.asks(1, PaymentWay.CARD, PRICE));
    }

    @Test
    void missesASecondRequestWhileTheFirstIsOpen() {
        one.opened().asks(1, PaymentWay.CARD, PRICE);

        breaks("nobody knows", () -> one.asks(2, PaymentWay.CARD, PRICE));
    }

    @Test
    void missesASecondRequestAfterAnUnknownOne() {
        one.opened()
                .asks(1, PaymentWay.CARD, PRICE)
                .resolves(1, PaymentWay.CARD, PaymentOutcome.UNKNOWN, 0);

        breaks("nobody knows", () -> one.asks(2, PaymentWay.CARD, PRICE));
    }

    @Test
    void missesGoodsThatAreToBePaidTwice() {
        one.paidByWallet();

        breaks("paid already", () -> one.asks(2, PaymentWay.CARD, PRICE));
    }

    @Test
    void missesANextLineBeforeTheLastHasAnEnd() {
        two.paidByCard();

        breaks("before the last", () -> two.asks(2, PaymentWay.CARD, 300));
    }

    @Test
    void missesAnApprovalOfMoreThanWasAsked() {
        one.opened().asks(1, PaymentWay.CARD, PRICE).world(new WorldFact.CardTook(PRICE));

        breaks(
                "is approved where",
                () -> one.resolves(1, PaymentWay.CARD, PaymentOutcome.APPROVED, PRICE + 1));
    }

    @Test
    void missesAnAnswerThatNobodyWaitsFor() {
        one.paidByCard();

        breaks(
                "nobody waits",
                () -> one.resolves(1, PaymentWay.CARD, PaymentOutcome.APPROVED, PRICE));
    }

    @Test
    void missesGoodsThatAreCommandedUnpaid() {
        one.opened();

        breaks("unpaid", () -> one.commands(APPLE));
    }

    @Test
    void missesASecondCommandForALine() {
        one.paidByCard().commands(APPLE);

        breaks("commanded twice", () -> one.commands(APPLE));
    }

    @Test
    void missesACommandWhileTheMoneyGoesBack() {
        one.paidByCard().asksBack(APPLE, PaymentWay.CARD);

        breaks("money goes back", () -> one.commands(APPLE));
    }

    @Test
    void missesAWrongSlot() {
        one.paidByCard();

        breaks("not chosen", () -> one.fact(new Fact.DispenseCommanded(one.sale, 1, 2, 1)));
    }

    @Test
    void missesATurnThatEndsTwice() {
        one.paidByCard().delivers(APPLE);

        breaks("ends twice", () -> one.turned(APPLE, DispenseVerdict.DELIVERED));
    }

    @Test
    void missesMoneyBackForGoodsThatMayBeOut() {
        one.paidByCard().commands(APPLE);

        breaks("may have come out", () -> one.asksBack(APPLE, PaymentWay.CARD));
    }

    @Test
    void missesASecondRefund() {
        two.paidByWallet()
                .asksBack(APPLE, PaymentWay.WALLET)
                .refund(APPLE, PaymentWay.WALLET, RefundOutcome.HANDED_OVER);

        breaks(
                "refunded already",
                () -> two.refund(APPLE, PaymentWay.WALLET, RefundOutcome.HANDED_OVER));
    }

    @Test
    void missesARefundOfAnotherAmountThanThePrice() {
        one.paidByWallet().asksBack(APPLE, PaymentWay.WALLET);

        breaks(
                "and cost 5.00",
                () ->
                        one.fact(
                                new Fact.RefundResolved(
                                        one.sale,
                                        1,
                                        1,
                                        PaymentWay.WALLET,
                                        400,
                                        RefundOutcome.HANDED_OVER)));
    }

    @Test
    void missesACaseWithoutItsReason() {
        one.paidByCard();

        breaks(
                "did not happen",
                () -> one.opensCase(APPLE, PaymentWay.CARD, CaseReason.UNPROVEN_DELIVERY));
    }

    @Test
    void missesASlotThatGoesOnAfterAFailure() {
        one.paidByCard().commands(APPLE).turns(APPLE);

        breaks(
                "goes on selling",
                () ->
                        one.fact(
                                new Fact.DispenseResolved(
                                        one.sale,
                                        APPLE,
                                        PRICE,
                                        DispenseVerdict.UNPROVEN,
                                        new Fact.Evidence("", "", "", "", 0),
                                        false)));
    }

    @Test
    void missesMoneyWithoutAnEnd() {
        one.paidByCard();

        breaks("neither goods", () -> one.closes(SaleOutcome.UNPAID, PRICE, 0, 0));
    }

    @Test
    void missesSumsThatTheRecordsDoNotHave() {
        one.paidByCard().delivers(APPLE);

        breaks("do not have", () -> one.closes(SaleOutcome.DELIVERED, PRICE, 1, 0));
    }

    @Test
    void missesAWrongOutcome() {
        one.paidByCard().delivers(APPLE);

        breaks("closes as", () -> one.closes(SaleOutcome.REFUNDED, PRICE, 0, 0));
    }
}
