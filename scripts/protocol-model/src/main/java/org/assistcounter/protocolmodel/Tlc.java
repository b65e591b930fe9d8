package org.assistcounter.protocolmodel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs TLC, each time in a process of its own: it keeps what it knows of a model in static fields,
 * and ends its process as it likes.
 */
final class Tlc {

    private Tlc() {}

    /** Sees all states, or stops at the first where something does not hold. */
    static Result run(Model.Check check) throws IOException, InterruptedException {
        return run(check, List.of());
    }

    /** The same, and how often each action was taken, which takes half as long again. */
    static Result counting(Model.Check check) throws IOException, InterruptedException {
        // An hour: so it counts the actions once, at the end.
        return run(check, List.of("-coverage", "60"));
    }

    private static Result run(Model.Check check, List<String> more)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("protocol-model");
        try {
            for (String module : check.model().modules()) {
                Files.writeString(folder.resolve(module + ".tla"), Modules.text(module));
            }
            Files.writeString(folder.resolve("check.cfg"), check.configuration());
            return TlcOutput.read(check.aims(), output(folder, check.model().root(), more));
        } finally {
            delete(folder);
        }
    }

    private static String output(Path folder, String root, List<String> more)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                // It unpacks its own modules there.
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                jar(),
                                "tlc2.TLC",
                                "-tool",
                                "-deadlock",
                                "-workers",
                                "1",
                                "-config",
                                "check.cfg"));
        command.addAll(more);
        command.add(root);
        ProcessBuilder builder = new ProcessBuilder(command);
        Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
        try (InputStream words = process.getInputStream()) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String jar() {
        URL jar = tlc2.TLC.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(jar.toString())).toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
