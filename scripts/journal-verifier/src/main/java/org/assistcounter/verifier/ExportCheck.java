package org.assistcounter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Checks an export as a whole: its manifest, the log's tree heads, and its counters side by side.
 * What is wrong with one file or counter does not keep the others from being checked.
 */
final class ExportCheck {
    private static final String NO_PLACE = " has no place in an export";
    private static final String PROOF = ".proof";
    private static final Pattern NAMES =
            Pattern.compile(
                    "manifest\\.txt|log/[0-9]+\\.(note|proof)"
                            + "|counters/[^/]+/(counter\\.txt|[0-9]{20}\\.records)");

    private final Archive archive;
    private final Contents contents;
    private final Findings findings;

    private ExportCheck(Archive archive, Contents contents, Findings findings) {
        this.archive = archive;
        this.contents = contents;
        this.findings = findings;
    }

    static ExportResult of(Archive archive, TrustedKeys trusted, boolean allSignatures)
            throws IOException {
        Findings findings = new Findings();
        Contents contents = Contents.read(archive, findings);
        ExportCheck check = new ExportCheck(archive, contents, findings);
        check.checkFiles();
        TrustedKeys.Resolved keys = trusted.resolve(contents, findings);
        TreeHeads heads = TreeHeads.check(archive, keys, findings);
        var around = new CounterCheck.Surroundings(contents, keys, heads.newest(), allSignatures);
        ExportResult result = new ExportResult(contents, heads, findings);
        check.all(around, result);
        return result;
    }

    private void checkFiles() throws IOException {
        for (Map.Entry<String, Contents.FileLine> file : contents.files().entrySet()) {
            checkFile(file.getKey(), file.getValue());
        }
        for (String name : archive.files().keySet()) {
            if (!hasPlace(name)) {
                findings.add(0, name + NO_PLACE);
            } else if (!name.endsWith(".records")
                    && !name.equals(Contents.NAME)
                    && !contents.files().containsKey(name)) {
                findings.add(0, name + " is not in the manifest");
            }
        }
        archive.strangers().forEach(name -> findings.add(0, name + NO_PLACE));
    }

    /** Nobody looks into a file of another name, nor at a proof for a head that is not there. */
    private boolean hasPlace(String name) {
        return NAMES.matcher(name).matches()
                && (!name.endsWith(PROOF)
                        || archive.files().containsKey(name.replace(PROOF, ".note")));
    }

    private void checkFile(String name, Contents.FileLine line) throws IOException {
        Long size = archive.files().get(name);
        if (size == null) {
            findings.add(0, name + " is missing");
            return;
        }
        MessageDigest digest = Hashes.fresh();
        try (InputStream in = archive.open(name)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(line.sha256())) {
            findings.add(0, name + " has another SHA-256 than the manifest says");
        }
        if (size != line.size()) {
            findings.add(0, name + " has another size than the manifest says");
        }
    }

    private Set<String> counters() {
        Set<String> there = new TreeSet<>();
        for (String name : archive.files().keySet()) {
            String[] parts = name.split("/", -1);
            if (parts.length == 3 && name.startsWith(CounterCheck.FOLDER)) {
                there.add(parts[1]);
            }
        }
        for (String counter : contents.counters().keySet()) {
            if (!there.contains(counter)) {
                findings.add(0, "missing counter " + counter);
            }
        }
        return there;
    }

    /**
     * Of a counter that is done only its figures are kept. Those with the most records come first,
     * so that in the end no core waits for a long one.
     */
    private void all(CounterCheck.Surroundings around, ExportResult result) throws IOException {
        List<Future<?>> running = new ArrayList<>();
        Room room = Room.ofHeap();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (String counter : longestFirst(counters())) {
                Callable<Boolean> task =
                        () -> {
                            room.with(bytes(counter), () -> check(counter, around, result));
                            return true;
                        };
                running.add(workers.submit(task));
            }
        }
        for (Future<?> one : running) {
            await(one);
        }
    }

    private void check(String counter, CounterCheck.Surroundings around, ExportResult result)
            throws IOException {
        CounterOutcome outcome = new CounterCheck(archive, counter, around).run();
        try (Books _ = outcome.books()) {
            result.add(outcome);
        }
    }

    private long bytes(String counter) {
        return CounterCheck.files(archive, counter).values().stream().mapToLong(n -> n).sum();
    }

    private List<String> longestFirst(Set<String> counters) {
        return counters.stream()
                .sorted(Comparator.comparingLong(this::recordsNamed).reversed())
                .toList();
    }

    private long recordsNamed(String counter) {
        Contents.RecordsLine line = contents.records(counter);
        return line == null ? 0 : line.count();
    }

    private static void await(Future<?> one) throws IOException {
        try {
            one.get();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }
}
