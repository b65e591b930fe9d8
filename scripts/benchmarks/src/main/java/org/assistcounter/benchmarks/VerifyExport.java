package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assistcounter.protocol.signing.Ed25519;

/**
 * How fast the offline verifier checks an export, as a process with the small heap that the command
 * gives it: every hash, total, rule and sum, the fleet's checkpoints in the journals, and a
 * signature for each page. Many counters have a short journal, one has a long one. Beside it:
 * SHA-256 of the same records and Ed25519 for as many signatures, and nothing else, on as many
 * threads.
 */
final class VerifyExport implements Benchmark {
    private static final int COUNTERS = 2_000;
    private static final int COUNTERS_SMOKE = 20;

    /** Of all counters with a short journal together, and of the one with a long journal. */
    private static final int SALES = 142_000;

    private static final int LONG_SALES = 71_000;
    private static final int SMOKE_SHARE = 200;
    private static final int TYPE_AT = 4;
    private static final int LENGTH_AT = 131;
    private static final int RECORD_MIN = 199;
    private static final byte CHECKPOINT_SEEN = 4;
    private static final byte[] CONTEXT = "ACJ1-rec\0".getBytes(StandardCharsets.US_ASCII);
    private static final double NANOS_A_MINUTE = 60e9;

    private final int counters;

    private VerifyExport(int counters) {
        this.counters = counters;
    }

    static VerifyExport full() {
        return new VerifyExport(COUNTERS);
    }

    @Override
    public Benchmark withCounters(int other) {
        return new VerifyExport(other);
    }

    @Override
    public String name() {
        return "verify-journal";
    }

    @Override
    public String about() {
        return "records a minute of an export for an auditor; aim 1,000,000 on two cores";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        Path file = folder.resolve("evidence.tar");
        List<ExportSample.Journal> journals = ExportSample.write(file, sales(size));
        long records = journals.stream().mapToLong(journal -> journal.head().seq()).sum();
        people.println(
                records
                        + " records of "
                        + journals.size()
                        + " counters, "
                        + Files.size(file) / 1_000_000
                        + " MB");
        long began = System.nanoTime();
        VerifierProcess verifier = VerifierProcess.run(file, folder.resolve("verifier.log"));
        double verified = records * NANOS_A_MINUTE / (System.nanoTime() - began);
        began = System.nanoTime();
        bare(file, journals);
        double bare = records * NANOS_A_MINUTE / (System.nanoTime() - began);
        return new Result(
                name(),
                verified,
                "records/min",
                bare,
                Map.of(
                        "records", (double) records,
                        "counters", (double) journals.size(),
                        "signatures", (double) verifier.number("signatures"),
                        "signatureDebt", (double) verifier.number("signatureDebt"),
                        "checkpoints", (double) verifier.number("checkpoints"),
                        "heapMegabytes", (double) VerifierProcess.heapMegabytes(),
                        "residentMegabytes", verifier.residentMegabytes()));
    }

    private List<Integer> sales(Size size) {
        int share = size == Size.FULL ? 1 : SMOKE_SHARE;
        int shortOnes = size == Size.FULL ? counters : Math.min(counters, COUNTERS_SMOKE);
        int each = Math.max(1, SALES / share / shortOnes);
        List<Integer> sales = new ArrayList<>(Collections.nCopies(shortOnes, each));
        sales.add(LONG_SALES / share);
        return sales;
    }

    private static void bare(Path file, List<ExportSample.Journal> journals) throws IOException {
        List<Future<?>> running = new ArrayList<>();
        try (FileChannel archive = FileChannel.open(file);
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (ExportSample.Journal journal : journals.reversed()) {
                running.add(
                        workers.submit(() -> {
                            bare(archive, journal);
                            return true;
                        }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException(failure);
        }
    }

    private static void bare(FileChannel archive, ExportSample.Journal journal) throws IOException {
        MessageDigest digest = ExportSample.sha256();
        byte[] key = journal.key().publicKey();
        for (ExportSample.Page each : journal.pages()) {
            byte[] page = new byte[each.length()];
            ByteBuffer into = ByteBuffer.wrap(page);
            while (into.hasRemaining() && archive.read(into, each.at() + into.position()) > 0) {
                // Until the page is there.
            }
            int length = 0;
            for (int at = 0; at < page.length; at += length) {
                length = RECORD_MIN + ByteBuffer.wrap(page).getInt(at + LENGTH_AT);
                digest.update((byte) 0);
                digest.update(page, at, length);
                digest.digest();
                if (page[at + TYPE_AT] == CHECKPOINT_SEEN || at + length == page.length) {
                    checkSignature(key, Arrays.copyOfRange(page, at, at + length));
                }
            }
        }
    }

    private static void checkSignature(byte[] key, byte[] record) {
        int end = record.length - Ed25519.SIGNATURE_LENGTH;
        byte[] message = Arrays.copyOf(CONTEXT, CONTEXT.length + end);
        System.arraycopy(record, 0, message, CONTEXT.length, end);
        if (!Ed25519.holds(key, message, Arrays.copyOfRange(record, end, record.length))) {
            throw new IllegalStateException("a signature of the sample is wrong");
        }
    }
}
