package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.jspecify.annotations.Nullable;

/**
 * The fleet over memory tables: the shipped chain check and posting rules, one transaction a batch.
 */
final class SimulatedFleet {
    private final ChainCheck check;
    private final SimulatedWallet wallet;
    private final List<JournalRecord> records = new ArrayList<>();
    private final MemoryBooks books = new MemoryBooks();
    private ChainHead head;

    SimulatedFleet(
            ChainHead genesis,
            byte[] journalKey,
            SignatureCheck signatures,
            SimulatedWallet wallet) {
        this.head = genesis;
        this.wallet = wallet;
        this.check = new ChainCheck(journalKey, signatures, this::hash);
    }

    ChainHead head() {
        return head;
    }

    List<JournalRecord> records() {
        return records;
    }

    long balance(Account account) {
        return books.balance(account);
    }

    Map<String, SaleAccount> sales() {
        return books.sales();
    }

    long cases() {
        return books.cases();
    }

    MemoryBooks books() {
        return books;
    }

    /** Whether this very record is there. */
    boolean has(long seq, Hash record) {
        Hash known = hash(seq);
        return known != null && known.equals(record);
    }

    /** The hash of a record by its number; null when there is none. */
    @Nullable Hash hash(long seq) {
        return seq < 1 || seq > records.size() ? null : records.get((int) seq - 1).hash();
    }

    /** Takes a batch of an honest counter; what it is for the caller to answer. */
    Verdict received(List<byte[]> batch) {
        Verdict verdict = judged(batch);
        switch (verdict) {
            case Verdict.Append _, Verdict.Duplicate _, Verdict.Gap _ -> {}
            case Verdict.Fork _, Verdict.Damaged _, Verdict.WrongTotals _ ->
                    throw new Violation("the fleet refuses an honest journal: " + verdict);
        }
        return verdict;
    }

    /** Takes a batch of a counter whose card may be a copy. */
    Verdict judged(List<byte[]> batch) {
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
            case Verdict.Duplicate _,
                    Verdict.Gap _,
                    Verdict.Fork _,
                    Verdict.Damaged _,
                    Verdict.WrongTotals _ -> {}
        }
        return verdict;
    }

    private void book(JournalRecord record) {
        books.book(record);
        wallet.follow(fact(record));
    }

    static Fact fact(JournalRecord record) {
        try {
            return record.fact();
        } catch (MalformedCborException e) {
            throw new Violation("an honest record cannot be read: " + e.getMessage());
        }
    }
}
