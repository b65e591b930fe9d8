package org.assistcounter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
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
    private final NoteRule notes;
    private final MessageDigest digest = Hashes.fresh();
    private long bytes;
    private long records;
    private long signatures;
    private byte @Nullable [] unproven;
    private long lastSeq;
    private String lastHash = "";

    private RecordRun(CounterPage page, Findings findings, boolean allSignatures, Start start) {
        this.page = page;
        this.findings = findings;
        this.allSignatures = allSignatures;
        this.chain = start.chain();
        this.books = start.books();
        this.notes = start.notes();
    }

    /** What goes on from record to record. */
    private record Start(Chain chain, Books books, NoteRule notes) {}

    /**
     * Begins.
     *
     * @param recordsMax how many there can be, whatever the page claims
     */
    static RecordRun begin(
            CounterPage page, long recordsMax, Findings findings, CounterCheck.Surroundings around)
            throws MalformedException {
        long records = Math.min(recordsMax, page.last() - page.first() + 1);
        return new RecordRun(
                page,
                findings,
                around.allSignatures(),
                start(page, records, findings, around.keys()));
    }

    private static Start start(
            CounterPage page, long records, Findings findings, TrustedKeys.Resolved keys)
            throws MalformedException {
        // A sale has five records at least.
        SeenSales seen = SeenSales.ofAbout(records / 5);
        NoteRule notes =
                new NoteRule(page.head().counter(), keys.checkpointHex(), page.first(), records);
        byte[] bytes = page.anchorRecord();
        CounterPage.Leaf leaf = page.anchorLeaf();
        if (bytes == null || leaf == null) {
            if (page.first() != 1) {
                findings.add(page.first(), "the records begin in the middle without an anchor");
            }
            return new Start(new Chain(page.head()), Books.ofWhole(seen), notes);
        }
        JournalRecord anchor = JournalRecord.read(bytes, page.head().keys());
        anchor.errors().forEach(error -> findings.add(leaf.seq(), "anchor: " + error));
        Header header = anchor.header();
        if (header == null || !leaf.hash().equals(anchor.hash()) || leaf.seq() != header.seq()) {
            findings.add(leaf.seq(), "the anchor is not the record that the log has");
        }
        notes.remember(leaf.seq(), leaf.hash());
        Chain chain =
                header == null ? new Chain(page.head()) : Chain.after(page.head(), anchor, header);
        return new Start(chain, Books.ofExtract(seen), notes);
    }

    /** Judges all records; the files are those of this counter, in order. */
    void read(Archive archive, List<String> files) throws IOException {
        Reading again = visitor -> readAgain(archive, files, visitor);
        for (String file : files) {
            read(archive, file, again);
        }
        books.settle(again, findings);
        notes.settle(again, findings);
    }

    private void read(Archive archive, String file, Reading again) throws IOException {
        try (InputStream in = archive.open(file)) {
            RecordStream stream = new RecordStream(in, digest);
            try {
                for (byte[] record = stream.next(); record != null; record = stream.next()) {
                    judge(record);
                    notes.settleWhenFull(again, findings);
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

    private void judge(byte[] bytesOfRecord) throws IOException {
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
            notes.accept(header, fact, error -> findings.add(seq, error));
        }
        notes.remember(seq, record.hash());
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

    private static void readAgain(Archive archive, List<String> files, Reading.Visitor visitor)
            throws IOException {
        long ordinal = 0;
        for (String file : files) {
            try (InputStream in = archive.open(file)) {
                RecordStream stream = new RecordStream(in, Hashes.fresh());
                for (byte[] record = stream.next(); record != null; record = stream.next()) {
                    visitor.take(++ordinal, record);
                }
            } catch (MalformedException alreadyTold) {
                // The first look has said so, and did not read on in this file either.
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
        return new CounterOutcome(counter, span, signatures, notes.checked(), books, findings);
    }
}
