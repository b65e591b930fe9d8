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
    private static final double TICKS_A_SECOND = 100;
    private static final int USER_FIELD = 11;

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

    /** Of this process's own, what its compilers took; a server that ran for a day has compiled. */
    static double compilerSeconds() throws IOException {
        double ticks = 0;
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                ticks += compilerTicks(Files.readString(task.resolve("stat")));
            }
        }
        return ticks / TICKS_A_SECOND;
    }

    /** The name is in brackets; the times of user and kernel are the 12th and 13th behind it. */
    private static double compilerTicks(String stat) {
        int end = stat.lastIndexOf(')');
        if (!stat.substring(0, end).contains("CompilerThre")) {
            return 0;
        }
        String[] fields = stat.substring(end + 2).split(" ", -1);
        return Double.parseDouble(fields[USER_FIELD]) + Double.parseDouble(fields[USER_FIELD + 1]);
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
