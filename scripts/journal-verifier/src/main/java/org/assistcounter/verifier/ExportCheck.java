package org.assistcounter.verifier;

import java.io.IOException;
import java.util.ArrayList;
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

/**
 * Checks an export as a whole: its manifest, the log's tree heads, and its counters side by side.
 * What is wrong with one file or counter does not keep the others from being checked.
 */
final class ExportCheck {
    private static final int SMALL_MAX = 1 << 26;

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
            try {
                byte[] bytes = archive.bytes(file.getKey(), SMALL_MAX);
                String hash = HexFormat.of().formatHex(Hashes.sha256(bytes));
                if (!hash.equals(file.getValue().sha256())) {
                    findings.add(0, file.getKey() + " has another SHA-256 than the manifest says");
                }
            } catch (MalformedException failure) {
                findings.add(0, failure.reason());
            }
        }
        for (String name : archive.files().keySet()) {
            boolean isOfCounter = name.startsWith(CounterCheck.FOLDER) && name.endsWith(".records");
            if (!isOfCounter
                    && !name.equals(Contents.NAME)
                    && !contents.files().containsKey(name)) {
                findings.add(0, name + " is not in the manifest");
            }
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

    /** Of a counter that is done only its figures are kept. */
    private void all(CounterCheck.Surroundings around, ExportResult result) throws IOException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (String counter : counters()) {
                Callable<Boolean> task =
                        () -> result.add(new CounterCheck(archive, counter, around).run());
                running.add(workers.submit(task));
            }
        }
        for (Future<?> one : running) {
            await(one);
        }
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
