package org.assistcounter.oracles;

import static org.assistcounter.oracles.Story.APPLE;
import static org.assistcounter.oracles.Story.SLOT;

import java.util.List;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Totals;
import org.junit.jupiter.api.Test;

/** Cold chain, service and the journal's form. */
class SafetyOraclesTest {
    private static final long MINUTE = 60_000;
    private static final long PATIENCE = 30 * MINUTE;
    private static final long GRACE = 60 * MINUTE;

    private static final Fact.ColdChainSwitched LIFT =
            new Fact.ColdChainSwitched(1, false, "restocked");

    private final Story story = Story.ofOneApple();

    private Story cooled() {
        return story.world(
                new WorldFact.CoolingPromised(1, List.of(SLOT), 8_000, PATIENCE, GRACE, GRACE));
    }

    private static WorldFact.TemperatureIs degrees(int whole) {
        return new WorldFact.TemperatureIs(1, whole * 1_000);
    }

    private static WorldFact.CodeTyped code(boolean right) {
        return new WorldFact.CodeTyped(right);
    }

    private Story signsIn() {
        return story.world(code(true)).fact(new Fact.ServiceSigned(true, "code"));
    }

    private Story refused(int wrong, long pause) {
        return story.world(code(false)).fact(new Fact.ServiceRefused(wrong, pause));
    }

    @Test
    void holdsForGoodsThatWereWarmForAShortTime() {
        cooled().later(GRACE).world(degrees(12)).later(PATIENCE).world(degrees(4));

        story.paidByCard().delivers(APPLE);
    }

    @Test
    void missesGoodsThatAreTooWarm() {
        cooled().later(GRACE).world(degrees(12)).later(PATIENCE + 3 * MINUTE);

        story.paidByCard().commands(APPLE);
        Story.breaks("cold", "too warm for 33 min", () -> story.turns(APPLE));
    }

    @Test
    void missesGoodsThatWereTooWarmAndAreColdAgain() {
        cooled().later(GRACE).world(degrees(12)).later(PATIENCE + 3 * MINUTE).world(degrees(4));

        story.paidByCard().commands(APPLE);
        Story.breaks("cold", "too warm", () -> story.turns(APPLE));
    }

    @Test
    void holdsForGoodsThatAServiceLookedAt() {
        cooled().later(GRACE).world(degrees(12)).later(PATIENCE + 3 * MINUTE).world(degrees(4));
        signsIn().fact(new Fact.ColdChainSwitched(1, false, "restocked"));
        story.fact(new Fact.ServiceSigned(false, "done"));

        story.paidByCard().delivers(APPLE);
    }

    @Test
    void givesGraceAfterAnOpenDoorAndNoMore() {
        cooled().later(GRACE).world(degrees(12), new WorldFact.DoorMoved(true));
        story.world(new WorldFact.DoorMoved(false)).later(GRACE + PATIENCE);
        story.paidByCard().delivers(APPLE);

        Story other = Story.ofOneApple();
        other.world(new WorldFact.CoolingPromised(1, List.of(SLOT), 8_000, PATIENCE, GRACE, GRACE));
        other.world(degrees(12), new WorldFact.DoorMoved(true), new WorldFact.DoorMoved(false));
        other.later(GRACE + PATIENCE + 3 * MINUTE).paidByCard().commands(APPLE);
        Story.breaks("cold", "too warm", () -> other.turns(APPLE));
    }

    @Test
    void givesAStuckThermometerAnHourAndNoMore() {
        cooled().later(GRACE).world(new WorldFact.ThermometerStuck(1, true), degrees(12));
        story.later(PATIENCE + 60 * MINUTE).paidByCard().delivers(APPLE);

        Story other = Story.ofOneApple();
        other.world(new WorldFact.CoolingPromised(1, List.of(SLOT), 8_000, PATIENCE, 0, 0));
        other.world(new WorldFact.ThermometerStuck(1, true), degrees(12));
        other.later(PATIENCE + 63 * MINUTE).paidByCard().commands(APPLE);
        Story.breaks("cold", "too warm", () -> other.turns(APPLE));
    }

    @Test
    void givesGraceAfterFilling() {
        cooled().world(degrees(12)).later(GRACE + PATIENCE);
        story.fact(new Fact.StockCounted(SLOT, "apple", "L1", 3)).later(GRACE + PATIENCE);

        story.paidByCard().delivers(APPLE);
    }

    @Test
    void missesGoodsThatTheRecordsSayAreLocked() {
        cooled().fact(new Fact.ColdChainSwitched(1, true, "too warm")).paidByCard();

        Story.breaks("cold", "are locked", () -> story.commands(APPLE));
    }

    @Test
    void holdsForAServiceAfterWrongCodesAndTheirPause() {
        refused(1, 0);
        refused(2, MINUTE).later(MINUTE);

        signsIn().fact(new Fact.SlotSwitched(SLOT, true, "mended"));
    }

    @Test
    void missesASignInWithoutTheCode() {
        Story.breaks(
                "service", "no right code", () -> story.fact(new Fact.ServiceSigned(true, "code")));
    }

    @Test
    void missesASignInByAWrongCode() {
        story.world(code(true), code(false));

        Story.breaks(
                "service", "no right code", () -> story.fact(new Fact.ServiceSigned(true, "code")));
    }

    @Test
    void missesASignInWithinThePause() {
        refused(1, MINUTE).later(MINUTE / 2);

        Story.breaks("service", "before the pause", this::signsIn);
    }

    @Test
    void missesAGuessWithinThePause() {
        refused(1, MINUTE).fact(new Fact.Booted("01", "test", false)).later(MINUTE / 2);

        Story.breaks("service", "before the pause", () -> refused(2, MINUTE));
    }

    @Test
    void missesWrongCodesThatAreForgotten() {
        refused(1, 0).fact(new Fact.Booted("01", "test", false));

        Story.breaks("service", "guessing is cheaper", () -> refused(1, 0));
    }

    @Test
    void missesARefusalOfWhatNobodyTyped() {
        Story.breaks("service", "nobody typed", () -> story.fact(new Fact.ServiceRefused(1, 0)));
    }

    @Test
    void missesALockThatIsLiftedByNobody() {
        Story.breaks("service", "nobody is signed in", () -> story.fact(LIFT));
    }

    @Test
    void missesALockThatIsLiftedAfterAStart() {
        signsIn().fact(new Fact.Booted("01", "test", false));

        Story.breaks("service", "nobody is signed in", () -> story.fact(LIFT));
    }

    @Test
    void missesASlotThatSwitchesItselfOn() {
        Story.breaks(
                "service",
                "is switched on",
                () -> story.fact(new Fact.SlotSwitched(SLOT, true, "well")));
    }

    @Test
    void missesASaleInTheService() {
        signsIn();

        Story.breaks("service", "in service", story::opened);
    }

    @Test
    void missesARecordThatDoesNotFollow() {
        ChainHead head = story.head();

        Story.breaks(
                "journal",
                "does not follow",
                () ->
                        story.sealed(
                                with(head, head.boot(), head.seq(), new Hash(new byte[32])),
                                new Fact.Beat()));
    }

    @Test
    void missesANumberThatIsLeftOut() {
        ChainHead head = story.head();

        Story.breaks(
                "journal",
                "follows record",
                () ->
                        story.sealed(
                                with(head, head.boot(), head.seq() + 1, head.hash()),
                                new Fact.Beat()));
    }

    @Test
    void missesABootThatDoesNotCount() {
        ChainHead head = story.head();

        Story.breaks(
                "journal",
                "is of boot",
                () -> story.sealed(head, new Fact.Booted("01", "test", true)));
    }

    @Test
    void missesAClockThatGoesBack() {
        story.later(MINUTE).fact(new Fact.Beat()).later(-1);

        Story.breaks("journal", "went back", () -> story.fact(new Fact.Beat()));
    }

    @Test
    void missesTotalsThatDoNotFollow() {
        story.paidByCard().commands(APPLE).turns(APPLE).falls(APPLE);
        ChainHead head = story.head();
        ChainHead wrong =
                new ChainHead(
                        head.counter(),
                        head.epoch(),
                        head.boot(),
                        head.seq(),
                        head.hash(),
                        new Totals(0, 0, 0, 0));

        Story.breaks(
                "journal",
                "has totals",
                () ->
                        story.sealed(
                                wrong,
                                new Fact.DispenseResolved(
                                        story.sale,
                                        APPLE,
                                        Story.PRICE,
                                        DispenseVerdict.DELIVERED,
                                        new Fact.Evidence("", "", "", "", 0),
                                        false)));
    }

    private static ChainHead with(ChainHead head, long boot, long seq, Hash hash) {
        return new ChainHead(head.counter(), head.epoch(), boot, seq, hash, head.totals());
    }

    private static final WorldFact.ContactsWell BAD = new WorldFact.ContactsWell(false);
    private static final WorldFact.ContactsWell WELL = new WorldFact.ContactsWell(true);

    @Test
    void missesASaleThatBeginsBehindAnOpenDoor() {
        Story.ofOneApple().world(BAD).world(WELL).later(600).opened();

        Story.breaks(
                "door",
                "a hand is in there",
                () -> Story.ofOneApple().world(BAD).later(600).opened());
    }

    @Test
    void missesAMotorThatIsToldToTurnBehindAnOpenDoor() {
        Story.ofOneApple().paidByCard().world(BAD).later(100).commands(Story.APPLE);

        Story.breaks(
                "door",
                "a hand is in there",
                () -> Story.ofOneApple().paidByCard().world(BAD).later(600).commands(Story.APPLE));
    }

    @Test
    void missesMoneyThatDoesNotGoBackAtOnceFromAnOpenDoor() {
        Story story = Story.ofOneApple().opened().asks(1, PaymentWay.CARD, Story.PRICE).world(BAD);
        story.later(600).world(new WorldFact.CardTook(Story.PRICE));
        story.resolves(1, PaymentWay.CARD, PaymentOutcome.APPROVED, Story.PRICE);

        Story.breaks("door", "does not go back", () -> story.world(WELL).commands(Story.APPLE));
    }

    @Test
    void missesASecondTurnWhateverBecomesOfTheCard() {
        Story story = Story.ofOneApple().paidByCard().delivers(Story.APPLE);
        story.oracles.copied();

        Story.breaks("once", "was not commanded", () -> story.turns(Story.APPLE));
    }

    @Test
    void missesASecondChargeWhateverBecomesOfTheCard() {
        Story story = Story.ofOneApple().paidByCard();
        story.oracles.copied();

        Story.breaks("once", "more than was asked", () -> story.world(new WorldFact.CardTook(1)));
    }
}
