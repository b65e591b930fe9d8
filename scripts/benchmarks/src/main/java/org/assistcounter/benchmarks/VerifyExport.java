package org.assistcounter.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.verifier.VerifyJournal;

/**
 * How fast the offline verifier checks an export: every hash, total, rule and sum, and a signature
 * for each page. Beside it: SHA-256 of the same records and Ed25519 for as many signatures, and
 * nothing else, on as many threads.
 */
final class VerifyExport implements Benchmark {
    private static final int COUNTERS = 200;
    private static final int SALES = 833;
    private static final int COUNTERS_SMOKE = 4;
    private static final int SALES_SMOKE = 100;
    private static final int LENGTH_AT = 131;
    private static final int RECORD_MIN = 199;
    private static final byte[] CONTEXT = "ACJ1-rec\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern COUNTED = Pattern.compile("\"signatures\":([0-9]+)");
    private static final double NANOS_A_MINUTE = 60e9;

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
        boolean full = size == Size.FULL;
        Path file = folder.resolve("evidence.tar");
        List<ExportSample.Journal> journals =
                ExportSample.write(
                        file, full ? COUNTERS : COUNTERS_SMOKE, full ? SALES : SALES_SMOKE);
        long records = journals.stream().mapToLong(journal -> journal.head().seq()).sum();
        people.println(records + " records, " + Files.size(file) / 1_000_000 + " MB");
        long began = System.nanoTime();
        long signatures = verify(file);
        double verified = records * NANOS_A_MINUTE / (System.nanoTime() - began);
        began = System.nanoTime();
        bare(journals);
        double bare = records * NANOS_A_MINUTE / (System.nanoTime() - began);
        return new Result(
                name(),
                verified,
                "records/min",
                bare,
                Map.of(
                        "records", (double) records,
                        "signatures", (double) signatures,
                        "signatureDebt", (double) (records - signatures)));
    }

    private static long verify(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            int code = VerifyJournal.run(List.of(file.toString(), "--json"), out, System.err);
            if (code != VerifyJournal.GOOD) {
                out.flush();
                throw new IOException(
                        "the sample is bad: " + bytes.toString(StandardCharsets.UTF_8));
            }
        }
        Matcher counted = COUNTED.matcher(bytes.toString(StandardCharsets.UTF_8));
        if (!counted.find()) {
            throw new IOException("the verifier does not say how many signatures it checked");
        }
        return Long.parseLong(counted.group(1));
    }

    private static void bare(List<ExportSample.Journal> journals) throws IOException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (ExportSample.Journal journal : journals) {
                running.add(workers.submit(() -> bare(journal)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IOException(failure);
        }
    }

    private static void bare(ExportSample.Journal journal) {
        MessageDigest digest = sha256();
        byte[] key = journal.key().publicKey();
        for (byte[] page : journal.pages()) {
            int at = 0;
            int length = 0;
            while (at < page.length) {
                length = RECORD_MIN + ByteBuffer.wrap(page).getInt(at + LENGTH_AT);
                digest.update((byte) 0);
                digest.update(page, at, length);
                digest.digest();
                at += length;
            }
            int end = page.length - Ed25519.SIGNATURE_LENGTH;
            byte[] content = Arrays.copyOfRange(page, page.length - length, end);
            byte[] message = Arrays.copyOf(CONTEXT, CONTEXT.length + content.length);
            System.arraycopy(content, 0, message, CONTEXT.length, content.length);
            if (!Ed25519.holds(key, message, Arrays.copyOfRange(page, end, page.length))) {
                throw new IllegalStateException("a signature of the sample is wrong");
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
