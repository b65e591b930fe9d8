package org.assistcounter.oracles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.oracles.WorldFact.Finding;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the fleet makes of a journal, and of its copies. */
class FleetOraclesTest {
    private static final SaleId SALE = SaleId.of(7, 1);

    private final FleetOracles oracles = new FleetOracles(genesis().hash());
    private final Map<Integer, List<ChainHead>> cards = new HashMap<>();
    private int nonces;

    private static ChainHead genesis() {
        return ChainHead.genesis(CounterId.of(new byte[CounterId.LENGTH]), new byte[] {1});
    }

    /** Five records are on the card, three of them at the fleet. */
    @BeforeEach
    void begin() {
        boots(0);
        for (int i = 0; i < 4; i++) {
            writes(0, new Fact.Beat());
        }
        holds(3);
    }

    /** Where the card's journal stood after each of its records. */
    private List<ChainHead> heads(int card) {
        return cards.computeIfAbsent(card, _ -> new ArrayList<>(List.of(genesis())));
    }

    private ChainHead tip(int card) {
        return heads(card).getLast();
    }

    private ChainHead own(int card, int seq) {
        return heads(card).get(seq);
    }

    private Hash hash(int seq) {
        return own(0, seq).hash();
    }

    private void boots(int card) {
        writes(card, new Fact.Booted("n" + nonces++, "test", true));
    }

    private void writes(int card, Fact fact) {
        ChainHead head = tip(card);
        ChainHead after = fact instanceof Fact.Booted ? head.nextBoot() : head;
        JournalRecord record = Story.seal(after, fact, 0);
        oracles.saw(new WorldFact.RecordDurable(card, Written.of(record)));
        heads(card).add(after.after(record));
    }

    /** A second card begins as the first was at this record. */
    private void copies(int seq) {
        cards.put(1, new ArrayList<>(heads(0).subList(0, seq + 1)));
        oracles.saw(new WorldFact.CardRestored(1, hash(seq)));
        boots(1);
    }

    private void holds(int seq) {
        oracles.saw(new WorldFact.FleetHolds(seq, hash(seq)));
    }

    private void greets(int card, Finding finding) {
        long seq = tip(card).seq();
        oracles.saw(new WorldFact.FleetHeard(true, seq, seq, tip(card).hash(), finding));
    }

    private void sends(int card, long from, Finding finding) {
        oracles.saw(
                new WorldFact.FleetHeard(false, from, tip(card).seq(), tip(card).hash(), finding));
    }

    private void shows(int upTo) {
        for (int seq = 1; seq <= upTo; seq++) {
            oracles.saw(new WorldFact.FleetShows(seq, hash(seq)));
        }
    }

    private void books(long seq, long... amounts) {
        List<WorldFact.Posting> lines = new ArrayList<>();
        for (long amount : amounts) {
            String account = amount > 0 ? "card-clearing" : "shopper";
            lines.add(new WorldFact.Posting(account, "CNY", amount));
        }
        oracles.saw(new WorldFact.FleetBooked(seq, lines));
    }

    @Test
    void holdsForAnHonestCounter() {
        greets(0, Finding.IN_ORDER);
        sends(0, 4, Finding.IN_ORDER);
        holds(5);
        oracles.saw(new WorldFact.FleetSigned(5, hash(5)));
        oracles.saw(new WorldFact.CounterConfirmed(0, 5));
        shows(5);

        oracles.rest();
    }

    /** Another card goes on behind what the fleet holds. */
    private void replaced() {
        oracles.saw(new WorldFact.KeyReplaced(2));
        cards.put(1, new ArrayList<>(heads(0).subList(0, 4)));
        oracles.saw(new WorldFact.CardRestored(1, hash(3)));
        ChainHead after = tip(1).inEpoch(2);
        JournalRecord record = Story.seal(after, new Fact.EpochBegun("", hash(3), "test"), 0);
        oracles.saw(new WorldFact.RecordDurable(1, Written.of(record)));
        heads(1).add(after.after(record));
    }

    @Test
    void holdsForACardThatWasReplacedAndIsCalledDamaged() {
        replaced();
        greets(0, Finding.DAMAGED);
        sends(0, 4, Finding.DAMAGED);
        greets(1, Finding.IN_ORDER);
        sends(1, 4, Finding.IN_ORDER);
        oracles.saw(new WorldFact.FleetHolds(4, tip(1).hash()));
        shows(3);
        oracles.saw(new WorldFact.FleetShows(4, tip(1).hash()));

        oracles.rest();
    }

    @Test
    void holdsForKnownRecordsOfAKeyThatWasReplaced() {
        replaced();

        oracles.saw(new WorldFact.FleetHeard(false, 1, 3, hash(3), Finding.IN_ORDER));
    }

    @Test
    void missesAReplacedCardWhoseGreetingIsTaken() {
        replaced();

        Story.breaks("copy", "whose key was replaced", () -> greets(0, Finding.IN_ORDER));
    }

    @Test
    void missesAReplacedCardWhoseRecordsAreTaken() {
        replaced();

        Story.breaks("copy", "a lost card can sell", () -> holds(5));
    }

    @Test
    void missesAnHonestCounterThatIsCalledACopy() {
        Story.breaks("copy", "honest", () -> greets(0, Finding.COPY));
    }

    @Test
    void missesAnHonestCounterThatIsCalledDamaged() {
        Story.breaks("copy", "honest", () -> sends(0, 4, Finding.DAMAGED));
    }

    @Test
    void missesACopyThatIsCalledDamaged() {
        copies(2);
        boots(1);
        boots(1);

        Story.breaks("copy", "two journals", () -> sends(1, 5, Finding.DAMAGED));
    }

    @Test
    void holdsForACopyThatIsNamed() {
        copies(2);

        greets(1, Finding.COPY);
        sends(1, 3, Finding.COPY);
    }

    @Test
    void missesACopyInAGreeting() {
        copies(2);

        Story.breaks("copy", "two journals", () -> greets(1, Finding.IN_ORDER));
    }

    @Test
    void missesACopyThatGoesOnFromTheFleetsLastRecord() {
        copies(2);
        boots(1);
        sends(1, 4, Finding.COPY);

        Story.breaks("copy", "two journals", () -> sends(1, 4, Finding.DAMAGED));
    }

    @Test
    void asksNothingOfTheFleetThatItCannotKnow() {
        copies(2);
        boots(1);
        boots(1);

        greets(1, Finding.IN_ORDER);
        sends(1, 5, Finding.IN_ORDER);
    }

    @Test
    void missesARecordThatNobodyWrote() {
        Hash invented = new Hash(new byte[32]);

        Story.breaks(
                "copy",
                "no card ever held",
                () ->
                        oracles.saw(
                                new WorldFact.FleetHeard(true, 5, 5, invented, Finding.IN_ORDER)));
        Story.breaks(
                "kept",
                "no counter wrote",
                () -> oracles.saw(new WorldFact.FleetHolds(4, invented)));
    }

    @Test
    void missesALineThatTwoCardsDispense() {
        copies(2);
        Fact command = new Fact.DispenseCommanded(SALE, 1, 1, 1);
        writes(0, command);

        Story.breaks("copy", "goods twice", () -> writes(1, command));
    }

    @Test
    void missesASaleOnAJournalThatIsKnownNotToBeBelieved() {
        Fact opened = new Fact.SaleOpened(SALE, "CNY", 1, List.of(Story.APPLE));
        copies(2);
        oracles.saw(new WorldFact.CounterDoubted(1, true));

        Story.breaks("copy", "no ledger", () -> writes(1, opened));

        oracles.saw(new WorldFact.CounterDoubted(1, false));
        writes(0, opened);
    }

    @Test
    void missesAFleetThatForgets() {
        Story.breaks("kept", "are gone", () -> holds(2));
    }

    @Test
    void missesAFleetThatSignsForWhatItDoesNotHave() {
        Story.breaks(
                "kept", "may forget it", () -> oracles.saw(new WorldFact.FleetSigned(4, hash(4))));
    }

    @Test
    void missesACounterThatBelievesTooMuch() {
        Story.breaks(
                "kept",
                "does not have it",
                () -> oracles.saw(new WorldFact.CounterConfirmed(0, 4)));
    }

    @Test
    void missesACopyThatTakesItsOwnRecordsForSafe() {
        copies(2);
        oracles.saw(new WorldFact.CounterConfirmed(1, 2));

        Story.breaks(
                "kept",
                "does not have it",
                () -> oracles.saw(new WorldFact.CounterConfirmed(1, 3)));
    }

    @Test
    void missesARecordThatIsGoneFromTheTable() {
        oracles.saw(new WorldFact.FleetShows(1, hash(1)));

        Story.breaks("kept", "should be", () -> oracles.saw(new WorldFact.FleetShows(3, hash(3))));
        Story.breaks("kept", "has only 1", () -> oracles.rest());
    }

    @Test
    void missesRecordsThatNeverArrive() {
        shows(3);

        Story.breaks("kept", "the fleet has 3", () -> oracles.rest());
    }

    private void pays() {
        writes(
                0,
                new Fact.PaymentResolved(
                        SALE, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, 500, null));
        holds(6);
    }

    @Test
    void holdsForAnEntryOfARecordsAmount() {
        pays();
        books(6, 500, -500);
        shows(6);

        oracles.rest();
    }

    @Test
    void missesARecordThatIsBookedTwice() {
        pays();
        books(6, 500, -500);

        Story.breaks("ledger", "booked twice", () -> books(6, 500, -500));
    }

    @Test
    void missesMoneyOutOfNothing() {
        pays();

        Story.breaks("ledger", "out of nothing", () -> books(6, 500, -400));
    }

    @Test
    void missesAnEntryOfAnotherAmount() {
        pays();

        Story.breaks("ledger", "and says", () -> books(6, 400, -400));
    }

    @Test
    void missesAnEntryOnAnotherAccount() {
        pays();
        List<WorldFact.Posting> lines =
                List.of(
                        new WorldFact.Posting("wallet-clearing", "CNY", 500),
                        new WorldFact.Posting("shopper", "CNY", -500));

        Story.breaks("ledger", "and says", () -> oracles.saw(new WorldFact.FleetBooked(6, lines)));
    }

    @Test
    void missesAnHonestRecordThatIsSetAside() {
        pays();

        Story.breaks(
                "ledger",
                "set aside by the fleet (odd)",
                () -> oracles.saw(new WorldFact.FleetParked(6, "odd")));
    }

    @Test
    void missesACopyThatWasNeverNamed() {
        shows(3);
        copies(2);
        holds(5);
        oracles.saw(new WorldFact.FleetShows(4, hash(4)));
        oracles.saw(new WorldFact.FleetShows(5, hash(5)));

        Story.breaks("copy", "never named", oracles::rest);
        greets(1, Finding.COPY);
        oracles.rest();
    }

    @Test
    void missesARecordThatIsInNoLedger() {
        pays();
        shows(6);

        Story.breaks("ledger", "in no ledger", () -> oracles.rest());
    }

    @Test
    void missesAnEntryOfARecordThatTheFleetDoesNotHold() {
        Story.breaks("ledger", "does not hold", () -> books(4, 1, -1));
    }
}
