package org.assistcounter.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.verifier.VerifyJournal;

/** The offline verifier as {@code scripts/verify-journal} runs it, with the options of its JVM. */
record VerifierProcess(String said, double residentMegabytes) {
    private static final Pattern HEAP = Pattern.compile("-Xmx([0-9]+)m");
    private static final long LOOK_MILLIS = 50;
    private static final double KILOBYTES_A_MEGABYTE = 1_024;

    /** Lets it check a good export, and keeps what it says. */
    static VerifierProcess run(Path export, Path log) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "@" + options(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        VerifyJournal.class.getName(),
                                        export.toString(),
                                        "--json"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        double most = 0;
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, residentMegabytes(process));
        }
        String said = Files.readString(log);
        if (process.exitValue() != VerifyJournal.GOOD) {
            throw new IOException("the verifier does not say that the sample is good: " + said);
        }
        return new VerifierProcess(said, most);
    }

    private static Path options() {
        return Path.of(
                System.getProperty("assistcounter.root", "."),
                "scripts/journal-verifier/verifier.options");
    }

    /** The heap that it is given. */
    static long heapMegabytes() throws IOException {
        return number(HEAP, Files.readString(options()));
    }

    /** A whole number of its JSON. */
    long number(String member) throws IOException {
        return number(Pattern.compile("\"" + member + "\":([0-9]+)"), said);
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("there is no " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }

    /** The most that it has held so far; nothing when it has just ended. */
    private static double residentMegabytes(Process process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / KILOBYTES_A_MEGABYTE;
        } catch (IOException ended) {
            return 0;
        }
    }
}
