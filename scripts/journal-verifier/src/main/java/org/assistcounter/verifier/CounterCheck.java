package org.assistcounter.verifier;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks one counter of an export: its records in their order with all rules of the page, and that
 * what the manifest, the log and the fleet's checkpoint say of them is true. Memory does not grow
 * with the number of records.
 */
final class CounterCheck {
    static final String FOLDER = "counters/";

    private static final String PAGE = "/counter.txt";
    private static final String RECORDS = "/[0-9]{20}\\.records";
    private static final int PAGE_MAX = 1 << 20;

    private final Archive archive;
    private final String counter;
    private final Surroundings around;
    private final Findings findings;

    CounterCheck(Archive archive, String counter, Surroundings around) {
        this.archive = archive;
        this.counter = counter;
        this.around = around;
        this.findings = new Findings(counter);
    }

    /** What is the same for all counters of an export. */
    record Surroundings(
            Contents contents,
            TrustedKeys.Resolved keys,
            TreeProof.@Nullable Head head,
            boolean allSignatures) {}

    CounterOutcome run() throws IOException {
        try {
            CounterPage page = CounterPage.parse(archive.bytes(FOLDER + counter + PAGE, PAGE_MAX));
            return run(page);
        } catch (MalformedException failure) {
            findings.add(0, "counter.txt: " + failure.reason());
            Books nothing = Books.ofWhole(SeenSales.ofAbout(0));
            return new CounterOutcome(counter, CounterOutcome.Span.NONE, 0, 0, nothing, findings);
        }
    }

    private CounterOutcome run(CounterPage page) throws IOException, MalformedException {
        if (!page.head().counter().equals(counter)) {
            findings.add(0, "counter.txt is of counter " + page.head().counter());
        }
        SortedMap<String, Long> files = files(archive, counter);
        long bytes = files.values().stream().mapToLong(size -> size).sum();
        long recordsMax = bytes / JournalRecord.SIZE_MIN;
        RecordRun records = RecordRun.begin(page, recordsMax, findings, around);
        records.read(archive, recordFiles(files));
        CounterOutcome outcome = records.outcome(counter);
        checkManifest(page, records);
        new LogCheck(around.head(), findings).check(page, outcome.span());
        checkCheckpoint(page, outcome.span());
        return outcome;
    }

    /** All files in its folder. */
    static SortedMap<String, Long> files(Archive archive, String counter) {
        String own = FOLDER + counter;
        return archive.files().subMap(own + "/", own + "0");
    }

    private List<String> recordFiles(SortedMap<String, Long> files) {
        String own = FOLDER + counter;
        return files.keySet().stream()
                .filter(name -> name.substring(own.length()).matches(RECORDS))
                .toList();
    }

    private void checkManifest(CounterPage page, RecordRun records) {
        Contents.RecordsLine line = around.contents().records(counter);
        if (line == null) {
            findings.add(0, "the manifest does not name this counter");
            return;
        }
        if (line.first() != page.first() || line.last() != page.last()) {
            findings.add(0, "the manifest names other records than counter.txt");
        }
        CounterOutcome.Span span = records.outcome(counter).span();
        if (span.records() != line.count() || records.bytes() != line.bytes()) {
            findings.add(
                    0,
                    "the manifest names "
                            + line.count()
                            + " records of "
                            + line.bytes()
                            + " bytes; there are "
                            + span.records()
                            + " of "
                            + records.bytes());
        }
        if (!records.hashOfAll().equals(line.sha256())) {
            findings.add(0, "the records' bytes have another SHA-256 than the manifest says");
        }
    }

    private void checkCheckpoint(CounterPage page, CounterOutcome.Span span) {
        try {
            Checkpoint word = Checkpoint.parse(page.checkpoint());
            word.require(counter, around.keys().checkpointHex());
            if (!word.origin().equals(around.contents().word("origin"))) {
                throw new MalformedException("it is of " + word.origin());
            }
            if (word.seq() != span.last() || !word.hash().equals(span.lastHash())) {
                throw new MalformedException(
                        "it names record " + word.seq() + " with another hash");
            }
        } catch (MalformedException failure) {
            findings.add(span.last(), "checkpoint: " + failure.reason());
        }
    }
}
