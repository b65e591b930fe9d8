package org.assistcounter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of one counter, judged in their order. The signature of the last record of each file
 * is checked, and of each record after which the chain breaks: through the hashes it proves all
 * before it. The others are the debt that is told, unless all are asked for.
 */
final class RecordRun {
    private final CounterPage page;
    private final Findings findings;
    private final boolean allSignatures;
    private final Chain chain;
    private final Books books;
    private final MessageDigest digest = Hashes.fresh();
    private long bytes;
    private long records;
    private long signatures;
    private byte @Nullable [] unproven;
    private long lastSeq;
    private String lastHash = "";

    private RecordRun(
            CounterPage page, Findings findings, boolean allSignatures, Chain chain, Books books) {
        this.page = page;
        this.findings = findings;
        this.allSignatures = allSignatures;
        this.chain = chain;
        this.books = books;
    }

    static RecordRun begin(CounterPage page, Findings findings, boolean allSignatures)
            throws MalformedException {
        // A sale has five records at least.
        SeenSales seen = SeenSales.ofAbout((page.last() - page.first()) / 5);
        byte[] bytes = page.anchorRecord();
        CounterPage.Leaf leaf = page.anchorLeaf();
        if (bytes == null || leaf == null) {
            if (page.first() != 1) {
                findings.add(page.first(), "the records begin in the middle without an anchor");
            }
            Chain chain = new Chain(page.head());
            return new RecordRun(page, findings, allSignatures, chain, Books.ofWhole(seen));
        }
        JournalRecord anchor = JournalRecord.read(bytes, page.head().keys());
        anchor.errors().forEach(error -> findings.add(leaf.seq(), "anchor: " + error));
        Header header = anchor.header();
        if (header == null || !leaf.hash().equals(anchor.hash()) || leaf.seq() != header.seq()) {
            findings.add(leaf.seq(), "the anchor is not the record that the log has");
        }
        Chain chain =
                header == null ? new Chain(page.head()) : Chain.after(page.head(), anchor, header);
        return new RecordRun(page, findings, allSignatures, chain, Books.ofExtract(seen));
    }

    void read(Archive archive, String file) throws IOException {
        try (InputStream in = archive.open(file)) {
            RecordStream stream = new RecordStream(in, digest);
            try {
                for (byte[] record = stream.next(); record != null; record = stream.next()) {
                    judge(record);
                }
            } catch (MalformedException damaged) {
                String reason = file + ": " + damaged.reason();
                findings.add(chain.expectedSeq(), reason + "; what follows in it is not read");
                stream.drain();
            }
            bytes += stream.bytes();
        }
        proveLast();
    }

    private void judge(byte[] bytesOfRecord) {
        records++;
        Keys keys = page.head().keys();
        JournalRecord record = JournalRecord.read(bytesOfRecord, allSignatures ? keys : null);
        signatures += allSignatures ? 1 : 0;
        Header header = record.header();
        long seq = header == null ? chain.expectedSeq() : header.seq();
        record.errors().forEach(error -> findings.add(seq, error));
        if (header == null) {
            proveLast();
            chain.skip(record);
            return;
        }
        if (!chain.follows(header) || chain.changesKey(header)) {
            proveLast();
        }
        chain.link(record, header, error -> findings.add(seq, error));
        unproven = allSignatures ? null : bytesOfRecord;
        lastSeq = seq;
        lastHash = record.hash() == null ? "" : record.hash();
        Fact fact = record.fact();
        if (fact != null) {
            books.accept(records, header, fact, findings);
        }
    }

    private void proveLast() {
        byte[] last = unproven;
        unproven = null;
        if (last == null) {
            return;
        }
        signatures++;
        if (!page.head().keys().signed(last)) {
            findings.add(
                    Header.read(last).seq(),
                    JournalRecord.UNSIGNED + ", so nothing before it is proven either");
        }
    }

    /** Reads again for the few sales that may have been opened after they were closed. */
    void settle(Archive archive, List<String> files) throws IOException {
        Map<Long, Sales.Suspect> suspects = books.sales().suspects();
        if (!suspects.isEmpty()) {
            ReopenedSales look = new ReopenedSales(suspects, findings);
            for (String file : files) {
                look.read(archive, file);
            }
        }
    }

    long bytes() {
        return bytes;
    }

    /** SHA-256 over all bytes of all files; can be asked once. */
    String hashOfAll() {
        return HexFormat.of().formatHex(digest.digest());
    }

    CounterOutcome outcome(String counter) {
        var span = new CounterOutcome.Span(page.first(), lastSeq, lastHash, records);
        return new CounterOutcome(counter, span, signatures, books, findings);
    }
}
