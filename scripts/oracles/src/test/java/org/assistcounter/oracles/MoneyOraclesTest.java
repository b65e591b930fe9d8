package org.assistcounter.oracles;

import static org.assistcounter.oracles.Story.APPLE;
import static org.assistcounter.oracles.Story.PRICE;

import java.util.List;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

/** Reader, wallet and price list against the records. */
class MoneyOraclesTest {
    private final Story story = Story.ofOneApple();
    private final String order = story.sale.attempt(1);

    private Story notDelivered() {
        return story.commands(APPLE).turns(APPLE).turned(APPLE, DispenseVerdict.NOT_DELIVERED);
    }

    private static WorldFact.CardTook took(long amount) {
        return new WorldFact.CardTook(amount);
    }

    private static WorldFact.CardGaveBack gave(long amount) {
        return new WorldFact.CardGaveBack(amount);
    }

    @Test
    void holdsForACardThatIsGivenBack() {
        story.paidByCard();
        notDelivered().asksBack(APPLE, PaymentWay.CARD).world(gave(PRICE));

        story.refund(APPLE, PaymentWay.CARD, RefundOutcome.RETURNED)
                .closes(SaleOutcome.REFUNDED, PRICE, PRICE, 0)
                .rests();
    }

    @Test
    void holdsForACaseWhateverTheReaderDid() {
        story.opened()
                .asks(1, PaymentWay.CARD, PRICE)
                .world(took(PRICE))
                .resolves(1, PaymentWay.CARD, PaymentOutcome.UNKNOWN, PRICE)
                .opensCase(APPLE, PaymentWay.CARD, CaseReason.PAYMENT_NOT_KNOWN)
                .closes(SaleOutcome.CASE, 0, 0, 0)
                .world(gave(PRICE))
                .rests();
    }

    @Test
    void missesMoneyThatNoRecordAskedFor() {
        Story.breaks("card", "no record asked", () -> story.world(took(PRICE)));
    }

    @Test
    void missesACardThatPaysTwice() {
        story.opened().asks(1, PaymentWay.CARD, PRICE).world(took(PRICE));

        Story.breaks("card", "paid twice", () -> story.world(took(PRICE)));
    }

    @Test
    void missesMoreTakenThanAsked() {
        story.opened().asks(1, PaymentWay.CARD, PRICE);

        Story.breaks("card", "asked for", () -> story.world(took(PRICE + 1)));
    }

    @Test
    void missesMoneyTakenAfterTheAttempt() {
        story.opened()
                .asks(1, PaymentWay.CARD, PRICE)
                .resolves(1, PaymentWay.CARD, PaymentOutcome.DECLINED, 0);

        Story.breaks("card", "had ended", () -> story.world(took(PRICE)));
    }

    @Test
    void missesMoneyBookedThatTheReaderDoesNotHave() {
        story.opened().asks(1, PaymentWay.CARD, PRICE).world(took(PRICE - 100));

        Story.breaks(
                "card",
                "the reader has 4.00",
                () -> story.resolves(1, PaymentWay.CARD, PaymentOutcome.APPROVED, PRICE));
    }

    @Test
    void missesMoneyBookedAsBackThatTheReaderKept() {
        story.paidByCard();
        notDelivered().asksBack(APPLE, PaymentWay.CARD);

        Story.breaks(
                "card",
                "gave back 0.00",
                () -> story.refund(APPLE, PaymentWay.CARD, RefundOutcome.RETURNED));
    }

    @Test
    void missesGoodsAndMoneyOfACard() {
        story.paidByCard().delivers(APPLE).world(gave(PRICE));

        Story.breaks("card", "kept 0.00", () -> story.closes(SaleOutcome.DELIVERED, PRICE, 0, 0));
    }

    @Test
    void missesMoneyOfACardThatNothingExplains() {
        story.opened()
                .asks(1, PaymentWay.CARD, PRICE)
                .world(took(PRICE))
                .resolves(1, PaymentWay.CARD, PaymentOutcome.ABANDONED, 0);

        Story.breaks("card", "kept 5.00", () -> story.closes(SaleOutcome.UNPAID, 0, 0, 0));
    }

    @Test
    void missesMoneyGivenBackThatWasNotTaken() {
        Story.breaks("card", "not taken before", () -> story.world(gave(1)));
    }

    @Test
    void holdsForAWalletThatIsPaidLateAndGivenBack() {
        story.opened()
                .asks(1, PaymentWay.WALLET, PRICE)
                .resolves(1, PaymentWay.WALLET, PaymentOutcome.ABANDONED, 0)
                .closes(SaleOutcome.UNPAID, 0, 0, 0)
                .world(new WorldFact.WalletTook(order, PRICE))
                .world(new WorldFact.WalletGaveBack(order, "r", PRICE))
                .rests();
    }

    @Test
    void missesALatePaymentThatStays() {
        story.opened()
                .asks(1, PaymentWay.WALLET, PRICE)
                .resolves(1, PaymentWay.WALLET, PaymentOutcome.ABANDONED, 0)
                .closes(SaleOutcome.UNPAID, 0, 0, 0)
                .world(new WorldFact.WalletTook(order, PRICE));

        Story.breaks("wallet", "keeps 5.00", story::rests);
    }

    @Test
    void missesAnOrderThatNoRecordNames() {
        Story.breaks(
                "wallet",
                "no record asked",
                () -> story.world(new WorldFact.WalletTook(order, PRICE)));
    }

    @Test
    void missesAnOrderThatIsPaidTwice() {
        story.paidByWallet();

        Story.breaks(
                "wallet", "paid twice", () -> story.world(new WorldFact.WalletTook(order, PRICE)));
    }

    @Test
    void missesAnotherAmountThanAsked() {
        story.opened().asks(1, PaymentWay.WALLET, PRICE);

        Story.breaks(
                "wallet",
                "taken were 4.00",
                () -> story.world(new WorldFact.WalletTook(order, 400)));
    }

    @Test
    void missesARefundThatIsPaidTwice() {
        story.paidByWallet();
        notDelivered()
                .refund(APPLE, PaymentWay.WALLET, RefundOutcome.HANDED_OVER)
                .world(new WorldFact.WalletGaveBack(order, "r", 200));

        Story.breaks(
                "wallet",
                "twice",
                () -> story.world(new WorldFact.WalletGaveBack(order, "r", 200)));
    }

    @Test
    void missesMoreGivenBackThanTaken() {
        story.opened().asks(1, PaymentWay.WALLET, PRICE);

        Story.breaks(
                "wallet",
                "gave back",
                () -> story.world(new WorldFact.WalletGaveBack(order, "r", 1)));
    }

    @Test
    void missesGoodsAndMoneyOfAWallet() {
        story.paidByWallet().delivers(APPLE);

        Story.breaks(
                "wallet",
                "goods and money",
                () -> story.world(new WorldFact.WalletGaveBack(order, "r", PRICE)));
    }

    @Test
    void missesAnApprovalThatTheWalletDoesNotKnow() {
        story.opened().asks(1, PaymentWay.WALLET, PRICE);

        Story.breaks(
                "wallet",
                "the wallet has 0.00",
                () -> story.resolves(1, PaymentWay.WALLET, PaymentOutcome.APPROVED, PRICE));
    }

    @Test
    void missesARefundThatNeverComes() {
        story.paidByWallet();
        notDelivered()
                .refund(APPLE, PaymentWay.WALLET, RefundOutcome.HANDED_OVER)
                .closes(SaleOutcome.REFUNDED, PRICE, PRICE, 0);

        Story.breaks("wallet", "keeps 5.00", story::rests);
    }

    @Test
    void missesAPriceOfAnotherList() {
        Fact.SaleLine dearer = new Fact.SaleLine(1, Story.SLOT, "apple", "L1", PRICE + 1);

        Story.breaks(
                "price",
                "the list says",
                () -> story.fact(new Fact.SaleOpened(story.sale, "CNY", 1, List.of(dearer))));
    }

    @Test
    void missesAListThatNobodySent() {
        Story.breaks(
                "price",
                "nobody sent",
                () -> story.fact(new Fact.SaleOpened(story.sale, "CNY", 2, List.of(APPLE))));
    }
}
