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

    private final Findings findings = new Findings();
    private final Books books = Books.ofWhole(SeenSales.ofAnyNumber());
    private long records;
    private @Nullable ExportHead head;
    private @Nullable JournalRecord last;

    private Verification() {}

    /** Judges the file; only a file that cannot be read at all throws. */
    static Result of(Path file) throws IOException {
        Verification run = new Verification();
        try (Lines lines = new Lines(file)) {
            ExportHead head = ExportHead.read(lines);
            run.head = head;
            run.judge(lines, head);
        } catch (MalformedException failure) {
            run.findings.add(0, failure.reason());
        }
        if (!run.books.sales().suspects().isEmpty()) {
            SecondLook.settle(file, run.books.sales().suspects(), run.findings);
        }
        return run.result();
    }

    private Result result() {
        return new Result(head, findings, records, last, books);
    }

    private void judge(Lines lines, ExportHead head) throws IOException {
        Chain chain = new Chain(head);
        for (List<Line> batch = batch(lines); !batch.isEmpty(); batch = batch(lines)) {
            batch.parallelStream()
                    .map(line -> RecordLine.read(line, head.keys()))
                    .toList()
                    .forEach(line -> judge(line, chain));
        }
        if (records == 0) {
            findings.add(0, "the journal has no record");
        }
    }

    private static List<Line> batch(Lines lines) throws IOException {
        List<Line> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Line line = lines.next();
            if (line == null) {
                return batch;
            }
            batch.add(line);
        }
        return batch;
    }

    private void judge(RecordLine line, Chain chain) {
        switch (line) {
            case RecordLine.Stray stray -> findings.add(chain.expectedSeq(), stray.error());
            case RecordLine.Sealed(JournalRecord record) -> judge(record, chain);
        }
    }

    private void judge(JournalRecord record, Chain chain) {
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
        }
    }
}
