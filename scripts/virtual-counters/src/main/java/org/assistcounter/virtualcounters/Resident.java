package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The memory of another JVM on this machine. */
final class Resident {
    private static final long KILOBYTE = 1024;
    private static final long PATIENCE_SECONDS = 60;

    private Resident() {}

    /** What the process holds in memory now. */
    static long bytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow(() -> new LoadFailed("process " + pid + " has ended"))
                    * KILOBYTE;
        } catch (IOException gone) {
            throw new LoadFailed("process " + pid + " has ended", gone);
        }
    }

    /** What it holds after a whole collection, twice since the first may only unload. */
    static long bytesAfterCollection(long pid) {
        collect(pid);
        collect(pid);
        return bytes(pid);
    }

    private static void collect(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process =
                    new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LoadFailed("process " + pid + " does not collect");
            }
        } catch (IOException e) {
            throw new LoadFailed("there is no jcmd", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }
}
