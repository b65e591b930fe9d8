package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap of 64 MB is enough on a computer of many cores, whatever an export claims. */
class ManyCoresTest {
    private static final int COUNTERS = 24;
    private static final long A_MOMENT = 5_000_000;
    private static final long PATIENCE_SECONDS = 240;

    @TempDir Path folder = Path.of("");

    @Test
    void countersThatClaimManyRecordsTakeNoRoomForThem() throws Exception {
        TestExport export =
                new TestExport(
                        IntStream.range(0, COUNTERS)
                                .mapToObj(TestExport::journal)
                                .toArray(TestJournal[]::new));
        export.make();
        export.files.replaceAll(
                (name, bytes) -> name.endsWith("counter.txt") ? claiming(bytes) : bytes);

        assertThat(verify(export.seal().write(folder))).contains("the manifest names");
    }

    private static byte[] claiming(byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replaceAll("(?m)^records .*$", "records 1 99999999999")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The export is bad; a verifier that gives up has another exit code. */
    private String verify(Path export) throws IOException, InterruptedException {
        Path out = folder.resolveSibling(folder.getFileName() + ".out");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + Path.of("verifier.options").toAbsolutePath(),
                                "-XX:ActiveProcessorCount=" + COUNTERS,
                                "-cp",
                                System.getProperty("java.class.path"),
                                VerifyJournal.class.getName(),
                                export.toString(),
                                "--json")
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            String printed = Files.readString(out);
            assertThat(process.exitValue()).as(printed).isEqualTo(VerifyJournal.BAD);
            return printed;
        } finally {
            process.destroyForcibly();
            Files.delete(out);
        }
    }

    @Test
    void whatDoesNotFitBesideAnotherWaitsAndWhatNeverFitsIsAlone() throws Exception {
        Room room = new Room(2 * Room.need(1_000) + 4_096);

        assertThat(most(room, 1_000)).isLessThanOrEqualTo(2);
        assertThat(most(room, 10_000_000)).isEqualTo(1);
    }

    /** How many of ten that want this were in the room at once. */
    private static int most(Room room, long bytes) throws Exception {
        Guests guests = new Guests(new AtomicInteger(), new AtomicInteger());
        Callable<Boolean> one =
                () -> {
                    room.with(bytes, guests::come);
                    return true;
                };
        try (ExecutorService workers = Executors.newFixedThreadPool(10)) {
            for (var done : workers.invokeAll(Collections.nCopies(10, one))) {
                var _ = done.get();
            }
        }
        return guests.most.get();
    }

    /** Who is in a room now, and was at most. */
    private record Guests(AtomicInteger now, AtomicInteger most) {
        void come() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(A_MOMENT);
            var _ = now.decrementAndGet();
        }
    }
}
