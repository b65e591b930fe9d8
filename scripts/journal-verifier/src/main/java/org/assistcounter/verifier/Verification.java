package org.assistcounter.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.verifier.Lines.Line;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an export. Lines are read in small batches, each line of a batch is decoded and its
 * signature checked beside the others, and then the records are judged one after another.
 */
final class Verification {

    private static final int BATCH = 512;

    /** Characters in a batch; long lines are many bytes when they are decoded. */
    private static final int BATCH_LENGTH = 1 << 18;

    private final Path file;
    private final TrustedKeys trusted;
    private final Findings findings = new Findings();
    private final Books books = Books.ofWhole(SeenSales.ofAnyNumber());
    private long records;
    private @Nullable ExportHead head;
    private @Nullable JournalRecord last;
    private @Nullable NoteRule notes;

    private Verification(Path file, TrustedKeys trusted) {
        this.file = file;
        this.trusted = trusted;
    }

    /** Judges the file; only a file that cannot be read at all throws. */
    static Result of(Path file) throws IOException {
        return of(file, TrustedKeys.none());
    }

    static Result of(Path file, TrustedKeys trusted) throws IOException {
        Verification run = new Verification(file, trusted);
        run.judge();
        return new Result(run.head, run.findings, run.records, run.last, run.notes, run.books);
    }

    private void judge() throws IOException {
        try (Lines lines = new Lines(file)) {
            ExportHead its = ExportHead.read(lines);
            head = its;
            String key = trusted.givenCheckpointKey(findings);
            NoteRule rule = new NoteRule(its.counter(), key, 1, Long.MAX_VALUE);
            notes = rule;
            judge(lines, its, rule);
            books.settle(this::readAgain, findings);
            rule.settle(this::readAgain, findings);
        } catch (MalformedException failure) {
            findings.add(0, failure.reason());
        }
    }

    private void judge(Lines lines, ExportHead its, NoteRule rule) throws IOException {
        Chain chain = new Chain(its);
        for (List<Line> batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
            List<RecordLine> read =
                    batch.parallelStream().map(line -> RecordLine.read(line, its.keys())).toList();
            for (RecordLine line : read) {
                judge(line, chain, rule);
            }
        }
        if (records == 0) {
            findings.add(0, "the journal has no record");
        }
    }

    private static List<Line> batch(Lines lines) throws IOException {
        List<Line> batch = new ArrayList<>(BATCH);
        int length = 0;
        while (batch.size() < BATCH && length < BATCH_LENGTH) {
            Line line = lines.next();
            if (line == null) {
                return batch;
            }
            batch.add(line);
            length += line.text().length();
        }
        return batch;
    }

    private void judge(RecordLine line, Chain chain, NoteRule rule) throws IOException {
        switch (line) {
            case RecordLine.Stray stray -> findings.add(chain.expectedSeq(), stray.error());
            case RecordLine.Sealed(JournalRecord record) -> judge(record, chain, rule);
        }
    }

    private void judge(JournalRecord record, Chain chain, NoteRule rule) throws IOException {
        records++;
        Header header = record.header();
        long seq = header == null ? chain.expectedSeq() : header.seq();
        record.errors().forEach(error -> findings.add(seq, error));
        if (header == null) {
            chain.skip(record);
            return;
        }
        last = record;
        chain.link(record, header, error -> findings.add(seq, error));
        Fact fact = record.fact();
        if (fact != null) {
            books.accept(records, header, fact, findings);
            rule.accept(header, fact, error -> findings.add(seq, error));
        }
        rule.remember(seq, record.hash());
        rule.settleWhenFull(this::readAgain, findings);
    }

    private void readAgain(Reading.Visitor visitor) throws IOException {
        try (Lines lines = new Lines(file)) {
            long ordinal = 0;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                boolean isRecord = line.text().startsWith(RecordLine.WORD);
                ordinal += isRecord ? 1 : 0;
                byte[] record = isRecord ? decoded(line) : null;
                if (record != null) {
                    visitor.take(ordinal, record);
                }
            }
        }
    }

    private static byte @Nullable [] decoded(Line line) {
        try {
            return StrictBase64.decode(line.text().substring(RecordLine.WORD.length()));
        } catch (MalformedException alreadyTold) {
            return null;
        }
    }
}
