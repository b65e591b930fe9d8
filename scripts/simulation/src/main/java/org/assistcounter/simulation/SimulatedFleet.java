package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.oracles.WorldFact;
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
    private final SignatureCheck signatures;
    private ChainCheck check;
    private long keyEpoch = 1;
    private final SimulatedWallet wallet;
    private final List<JournalRecord> records = new ArrayList<>();
    private final MemoryBooks books = new MemoryBooks();
    private Consumer<WorldFact.AtFleet> witness = _ -> {};
    private ChainHead head;

    SimulatedFleet(
            ChainHead genesis,
            byte[] journalKey,
            SignatureCheck signatures,
            SimulatedWallet wallet) {
        this.head = genesis;
        this.wallet = wallet;
        this.signatures = signatures;
        this.check = new ChainCheck(journalKey, signatures, this::hash);
    }

    /** Is told from now on what is in the tables. */
    void watch(Consumer<WorldFact.AtFleet> watcher) {
        witness = watcher;
    }

    ChainHead head() {
        return head;
    }

    /** Of which epoch the key is that the counter has now. */
    long keyEpoch() {
        return keyEpoch;
    }

    /** From now on another key signs the journal, behind what is in the tables. */
    void giveTo(byte[] journalKey) {
        keyEpoch++;
        check = new ChainCheck(journalKey, keyEpoch, signatures, this::hash);
        witness.accept(new WorldFact.KeyReplaced(keyEpoch));
    }

    List<JournalRecord> records() {
        return records;
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

    /** The hash of a record by its number; null when there is none. */
    @Nullable Hash hash(long seq) {
        return seq < 1 || seq > records.size() ? null : records.get((int) seq - 1).hash();
    }

    /** Takes a batch; what it is for the caller to answer. */
    Verdict judged(List<byte[]> batch) {
        Verdict verdict = check.judge(head, batch);
        switch (verdict) {
            case Verdict.Append append -> {
                Violation.unless(
                        append.misplaced().isEmpty(),
                        "an honest journal is out of order: " + append.misplaced());
                head = append.head();
                records.addAll(append.records());
                witness.accept(new WorldFact.FleetHolds(head.seq(), head.hash()));
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
        Fact fact = fact(record);
        WorldFact.AtFleet seen = books.book(record, fact);
        if (seen != null) {
            witness.accept(seen);
        }
        wallet.follow(fact);
    }

    static Fact fact(JournalRecord record) {
        try {
            return record.fact();
        } catch (MalformedCborException e) {
            throw new Violation("an honest record cannot be read: " + e.getMessage());
        }
    }
}
