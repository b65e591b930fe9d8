package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.Booking;
import org.assistcounter.fleet.ledger.Bookkeeping;
import org.assistcounter.fleet.ledger.Posting;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.SignatureCheck;

/**
 * The fleet over memory tables: the shipped chain check and posting rules, one transaction a batch.
 */
final class SimulatedFleet {
    private final ChainCheck check;
    private final SimulatedWallet wallet;
    private final List<JournalRecord> records = new ArrayList<>();
    private final Map<String, SaleAccount> sales = new HashMap<>();
    private final Map<Account, Long> balances = new HashMap<>();
    private ChainHead head;
    private long cases;

    SimulatedFleet(
            ChainHead genesis,
            byte[] journalKey,
            SignatureCheck signatures,
            SimulatedWallet wallet) {
        this.head = genesis;
        this.wallet = wallet;
        this.check =
                new ChainCheck(
                        journalKey,
                        signatures,
                        seq -> seq > records.size() ? null : records.get((int) seq - 1).hash());
    }

    ChainHead head() {
        return head;
    }

    List<JournalRecord> records() {
        return records;
    }

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    Map<String, SaleAccount> sales() {
        return sales;
    }

    long cases() {
        return cases;
    }

    /** Takes a batch; what it is for the caller to answer. */
    Verdict received(List<byte[]> batch) {
        Verdict verdict = check.judge(head, batch);
        switch (verdict) {
            case Verdict.Append append -> {
                Violation.unless(
                        append.misplaced().isEmpty(),
                        "an honest journal is out of order: " + append.misplaced());
                head = append.head();
                records.addAll(append.records());
                append.records().forEach(this::book);
            }
            case Verdict.Duplicate _, Verdict.Gap _ -> {}
            case Verdict.Fork _, Verdict.Damaged _, Verdict.WrongTotals _ ->
                    throw new Violation("the fleet refuses an honest journal: " + verdict);
        }
        return verdict;
    }

    private void book(JournalRecord record) {
        Fact fact = fact(record);
        SaleAccount account =
                fact instanceof Fact.OfSale ofSale ? sales.get(ofSale.sale().text()) : null;
        switch (Bookkeeping.book(account, fact, 0)) {
            case Booking.Impossible impossible ->
                    throw new Violation("an honest journal books badly: " + impossible.reason());
            case Booking.Booked booked -> keep(booked);
        }
        wallet.follow(fact);
    }

    private void keep(Booking.Booked booked) {
        long sum = 0;
        for (Posting posting : booked.postings()) {
            if (posting.account().book() == Account.Book.MONEY) {
                sum += posting.amount();
            }
            balances.merge(posting.account(), posting.amount(), Long::sum);
        }
        Violation.unless(sum == 0, "an entry does not balance");
        SaleAccount sale = booked.sale();
        if (sale != null) {
            sales.put(sale.sale(), sale);
        }
        if (booked.opened() != null) {
            cases++;
        }
    }

    static Fact fact(JournalRecord record) {
        try {
            return record.fact();
        } catch (MalformedCborException e) {
            throw new Violation("an honest record cannot be read: " + e.getMessage());
        }
    }
}
