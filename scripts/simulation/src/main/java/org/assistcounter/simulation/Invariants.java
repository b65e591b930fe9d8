package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;

/**
 * What must always hold between the world (what devices and wallet saw) and what is written down.
 * Each names the loss it prevents.
 */
final class Invariants {
    private final MemoryJournalStore store;
    private final SimulatedFleet fleet;
    private final SimulatedWallet wallet;
    private final Cabinet cabinet;
    private final Map<String, Integer> linesLeft = new HashMap<>();
    private final Set<String> commanded = new HashSet<>();
    private final TurnRule turns = new TurnRule();
    private final CardRule cards = new CardRule();
    private final ColdRule cold;
    private final ServiceRule service = new ServiceRule();
    private final SaleRule sales = new SaleRule();
    private final ShelfRule shelf = new ShelfRule();
    private final JournalRule journal = new JournalRule();
    private final Surroundings around;
    private long cardCharged;
    private long cardReturned;
    private long refundsInDoubt;
    private long paymentsInDoubt;

    Invariants(
            MemoryJournalStore store,
            SimulatedFleet fleet,
            SimulatedWallet wallet,
            Cabinet cabinet,
            Surroundings around) {
        this.store = store;
        this.fleet = fleet;
        this.wallet = wallet;
        this.cabinet = cabinet;
        this.around = around;
        this.cold = new ColdRule(around.release(), cabinet.compartment());
        cabinet.watchBoard(this::boardCounted);
    }

    /** What is on disk at this moment is what allows a turn. */
    private void boardCounted() {
        turns.counted(cabinet.turns());
    }

    /** After every event. */
    void afterEvent(SimulatedCounter counter) {
        Violation.unless(
                cardCharged <= cabinet.cards().approvedMinor(),
                "more is booked as paid by card than the reader took");
        Violation.unless(
                cardReturned <= cabinet.cards().refundedMinor(),
                "more is booked as returned than the reader gave back");
        Violation.unless(
                wallet.refunded() <= wallet.paid(), "a wallet gave back more than it took");
        Violation.unless(
                counter.outbox().confirmedSeq() <= fleet.head().seq(),
                "a record counts as confirmed that the fleet does not have");
        Violation.unless(
                fleet.head().seq() <= store.newestSeq(),
                "the fleet has a record that the counter has lost");
    }

    /** A record is on disk. */
    void follow(JournalRecord record, Fact fact) {
        journal.follow(record, fact);
        sales.follow(fact, around.release());
        shelf.follow(fact);
        cards.follow(fact, cabinet.cards());
        cold.follow(fact);
        service.follow(fact, around.world().nowMillis());
        follow(fact);
    }

    private void follow(Fact fact) {
        switch (fact) {
            case Fact.SaleOpened f -> linesLeft.put(f.sale().text(), f.lines().size());
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED -> {
                charged(f);
                cardCharged += f.way() == PaymentWay.CARD ? f.amountMinor() : 0;
            }
            case Fact.DispenseCommanded f -> {
                Violation.unless(
                        commanded.add(f.sale().text() + "/" + f.line()),
                        "the motor of a line is commanded twice");
                turns.commanded(f.slot());
            }
            case Fact.DispenseResolved f -> turns.resolved(f.goods().slot());
            case Fact.RefundResolved f when f.way() == PaymentWay.CARD ->
                    cardReturned += f.outcome() == RefundOutcome.RETURNED ? f.amountMinor() : 0;
            case Fact.CaseOpened f when f.reason() == CaseReason.PAYMENT_NOT_KNOWN ->
                    paymentsInDoubt += f.amountMinor();
            case Fact.CaseOpened f when f.reason() == CaseReason.REFUND_NOT_PROVEN ->
                    refundsInDoubt += f.amountMinor();
            case Fact _ -> {}
        }
    }

    /** A wallet pays all lines at once, a card each line once. */
    private void charged(Fact.PaymentResolved fact) {
        int paid = fact.way() == PaymentWay.CARD ? 1 : Integer.MAX_VALUE;
        int left = linesLeft.getOrDefault(fact.sale().text(), 0);
        Violation.unless(left > 0, "a sale is charged twice");
        linesLeft.put(fact.sale().text(), Math.max(0, left - paid));
    }

    /** When nothing goes wrong any more and everything has come to rest. */
    void atRest(SimulatedCounter counter) {
        afterEvent(counter);
        Violation.unless(
                counter.state().phase() instanceof Phase.Browsing,
                "the counter is stuck in " + counter.state().phase());
        Violation.unless(
                fleet.head().hash().equals(store.durable().getLast().hash()),
                "the fleet does not have the whole journal");
        Violation.unless(
                fleet.sales().values().stream().noneMatch(sale -> sale.outcome() == null),
                "a sale is still open");
        Violation.unless(
                fleet.balance(Account.SHOPPER) == 0, "a shopper has neither goods nor money");
        shelf.atRest(counter.state().shelf());
        cardsAgree();
        walletsAgree();
        goodsAgree();
    }

    private void cardsAgree() {
        long kept = cabinet.cards().keptMinor() + cabinet.cards().openMinor();
        long booked = fleet.balance(Account.CARD_CLEARING);
        Violation.unless(
                kept >= booked - refundsInDoubt && kept <= booked + paymentsInDoubt,
                "the reader keeps %d, the ledger has %d, cases explain %d and %d"
                        .formatted(kept, booked, refundsInDoubt, paymentsInDoubt));
    }

    /** Refunds are made from the tables at once here, so nothing is due at rest. */
    private void walletsAgree() {
        long kept = wallet.paid() - wallet.refunded();
        long booked = fleet.balance(Account.WALLET_CLEARING) + fleet.balance(Account.REFUNDS_DUE);
        Violation.unless(
                kept == booked, "the wallet keeps %d, the ledger has %d".formatted(kept, booked));
    }

    private void goodsAgree() {
        long sold = fleet.balance(Account.SOLD);
        long doubtful = fleet.balance(Account.IN_DOUBT);
        long imagined = cabinet.lies(Fault.DROP_IMAGINED);
        long unseen = cabinet.lies(Fault.DROP_UNSEEN);
        Violation.unless(
                cabinet.drops() >= sold - imagined && cabinet.drops() <= sold + doubtful + unseen,
                "%d fell, %d are booked as sold and %d as in doubt"
                        .formatted(cabinet.drops(), sold, doubtful));
    }
}
