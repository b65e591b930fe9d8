package org.assistcounter.oracles;

import static org.assistcounter.oracles.Story.APPLE;
import static org.assistcounter.oracles.Story.PRICE;
import static org.assistcounter.oracles.Story.SLOT;

import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

/** Motors, pieces and stock against the records. */
class GoodsOraclesTest {
    private final Story story = Story.ofOneApple();

    private static WorldFact.DropSensorLied lie() {
        return new WorldFact.DropSensorLied(SLOT);
    }

    @Test
    void holdsForATurnWithoutProof() {
        story.paidByCard()
                .commands(APPLE)
                .turned(APPLE, DispenseVerdict.UNPROVEN)
                .opensCase(APPLE, PaymentWay.CARD, CaseReason.UNPROVEN_DELIVERY)
                .closes(SaleOutcome.CASE, PRICE, 0, PRICE)
                .turns(APPLE)
                .falls(APPLE)
                .rests();
    }

    @Test
    void missesAMotorThatNoRecordCommanded() {
        Story.breaks("turn", "no record commanded", () -> story.turns(APPLE));
    }

    @Test
    void missesASecondTurnOfOneCommand() {
        story.paidByCard().commands(APPLE).turns(APPLE);

        Story.breaks("turn", "turned twice", () -> story.turns(APPLE));
    }

    @Test
    void missesATurnAfterItsEnd() {
        story.paidByCard().commands(APPLE).turned(APPLE, DispenseVerdict.NOT_DELIVERED);

        Story.breaks("turn", "after its end", () -> story.turns(APPLE));
    }

    @Test
    void missesATurnForMoneyThatTheReaderGaveBack() {
        story.paidByCard().commands(APPLE).world(new WorldFact.CardGaveBack(PRICE));

        Story.breaks("turn", "unpaid", () -> story.turns(APPLE));
    }

    @Test
    void missesTwoPiecesForOnePayment() {
        story.paidByCard().commands(APPLE).turns(APPLE).falls(APPLE);

        Story.breaks("turn", "two pieces", () -> story.falls(APPLE));
    }

    @Test
    void missesAPieceFromASlotThatDidNotTurn() {
        Story.breaks("turn", "did not turn", () -> story.falls(APPLE));
    }

    @Test
    void missesASaleOfWhatNeverFell() {
        story.paidByCard().commands(APPLE).turns(APPLE);

        Story.breaks(
                "turn", "paid for nothing", () -> story.turned(APPLE, DispenseVerdict.DELIVERED));
    }

    @Test
    void missesMoneyBackForWhatFell() {
        story.paidByCard().commands(APPLE).turns(APPLE).falls(APPLE);

        Story.breaks(
                "turn", "free goods", () -> story.turned(APPLE, DispenseVerdict.NOT_DELIVERED));
    }

    @Test
    void blamesNobodyForALieOfTheSensor() {
        story.paidByCard()
                .commands(APPLE)
                .turns(APPLE)
                .world(lie())
                .turned(APPLE, DispenseVerdict.DELIVERED)
                .closes(SaleOutcome.DELIVERED, PRICE, 0, 0)
                .rests();
    }

    @Test
    void missesStockThatIsNotThere() {
        story.world(new WorldFact.SlotFilled(SLOT, 2));

        Story.breaks("stock", "holds 2 pieces, the records count 3", story::rests);
    }

    @Test
    void missesACountOfWhatIsNotThere() {
        Story.breaks(
                "stock",
                "is counted with 4",
                () -> story.fact(new Fact.StockCounted(SLOT, "apple", "L1", 4)));
    }

    @Test
    void missesATurnOfASlotThatIsOff() {
        story.paidByCard().fact(new Fact.SlotSwitched(SLOT, false, "jam"));

        Story.breaks("stock", "is off", () -> story.commands(APPLE));
    }

    @Test
    void missesATurnOfAnEmptySlot() {
        Story empty = Story.ofOneApple();
        empty.fact(new Fact.StockCounted(SLOT, "apple", "L1", 0)).paidByCard();

        Story.breaks("stock", "is empty", () -> empty.commands(APPLE));
    }

    @Test
    void missesALotThatDoesNotLieThere() {
        Story other = Story.ofOneApple();
        other.fact(new Fact.StockCounted(SLOT, "apple", "L9", 3)).paidByCard();
        other.commands(APPLE).turns(APPLE).falls(APPLE);

        Story.breaks("stock", "of lot L9", () -> other.turned(APPLE, DispenseVerdict.DELIVERED));
    }

    @Test
    void missesAScreenThatOffersTooMuchOrTooLittle() {
        story.world(new WorldFact.ScreenOffers(SLOT, 3));

        Story.breaks("stock", "offered", () -> story.world(new WorldFact.ScreenOffers(SLOT, 4)));
        Story.breaks("stock", "offered", () -> story.world(new WorldFact.ScreenOffers(SLOT, 2)));
    }
}
