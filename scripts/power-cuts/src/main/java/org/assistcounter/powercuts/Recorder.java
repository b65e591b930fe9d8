package org.assistcounter.powercuts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the writing process on a real disk under strace, once for each life, and reads what it did.
 *
 * @param place a folder of its own on the disk
 * @param seed of the workload
 */
record Recorder(Path place, long seed, Synchronous synchronous) {
    private static final List<String> JAVA =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "--enable-native-access=ALL-UNNAMED");

    /** One process: how many appends the journal has when it ends, and whether it closes it. */
    record Life(int appends, boolean closes) {}

    /** Why nothing can be recorded here, in words; empty when it can. */
    static String missing() {
        try {
            Process tried =
                    new ProcessBuilder("strace", "-f", "-qq", "-e", "trace=fsync", "true")
                            .redirectErrorStream(true)
                            .start();
            String said = new String(tried.getInputStream().readAllBytes(), charset());
            return tried.waitFor() == 0
                    ? ""
                    : "strace may not watch a process here: " + said.strip();
        } catch (IOException e) {
            return "strace is needed to watch the journal's writes; Debian's package is strace"
                    + " ("
                    + e.getMessage()
                    + ")";
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    /** What these lives do to a folder that begins with these files. */
    Trace record(Map<String, byte[]> before, long acknowledged, List<Life> lives)
            throws IOException {
        Path folder = Files.createDirectories(place.resolve("folder")).toRealPath();
        ImageCheck.put(folder, before);
        List<DiskCall> calls = new ArrayList<>();
        for (Life life : lives) {
            calls.addAll(live(folder, life));
        }
        return new Trace(before, acknowledged, calls);
    }

    private List<DiskCall> live(Path folder, Life life) throws IOException {
        Path log = place.resolve("strace.log");
        Path output = place.resolve("output.log");
        Process process =
                new ProcessBuilder(command(folder, life, log))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "the writing process failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw stopped(e);
        }
        return StraceLog.read(Files.readAllLines(log), folder);
    }

    private List<String> command(Path folder, Life life, Path log) {
        List<String> words =
                new ArrayList<>(List.of("strace", "-f", "-y", "-xx", "-qq", "-s", "1048576", "-o"));
        words.addAll(List.of(log.toString(), "-e", "trace=" + StraceLog.CALLS));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(JAVA);
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(Writer.class.getName());
        words.addAll(List.of(folder.toString(), Long.toString(seed)));
        words.add(Integer.toString(life.appends()));
        words.add(life.closes() ? "close" : "die");
        words.add(synchronous.name());
        return words;
    }

    private static java.nio.charset.Charset charset() {
        return java.nio.charset.StandardCharsets.UTF_8;
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped", e);
    }
}
