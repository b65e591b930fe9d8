package org.assistcounter.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What this process and a PostgreSQL have used of the processors, which other programs on the
 * machine do not change much.
 */
final class ProcessorTime {
    private final ProcessHandle postmaster;

    /**
     * @param cluster the data directory of the PostgreSQL
     */
    ProcessorTime(Path cluster) throws IOException {
        long pid = Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst());
        this.postmaster = ProcessHandle.of(pid).orElseThrow();
    }

    /** Of this process. */
    static double ownSeconds() {
        return seconds(ProcessHandle.current());
    }

    /** Of the processes of the PostgreSQL that still run. */
    double databaseSeconds() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .mapToDouble(ProcessorTime::seconds)
                .sum();
    }

    private static double seconds(ProcessHandle process) {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return used.toMillis() / 1_000.0;
    }
}
