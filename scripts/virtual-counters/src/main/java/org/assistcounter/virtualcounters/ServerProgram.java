package org.assistcounter.virtualcounters;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs of the fleet server, as they are delivered. */
final class ServerProgram {
    private static final long SECONDS_MAX = 120;

    private ServerProgram() {}

    /** How one is started. */
    static List<String> command(List<String> jvm, String main, List<String> arguments) {
        List<String> options = new ArrayList<>(jvm);
        options.add("--sun-misc-unsafe-memory-access=allow");
        return OwnJava.command(options, classPath(), main, arguments);
    }

    /** Runs one to its end, which has to be good; what it printed. */
    static String run(Path log, String main, String... arguments) {
        List<String> jvm = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        try {
            Process process =
                    new ProcessBuilder(command(jvm, main, List.of(arguments)))
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LoadFailed(main + " failed; see " + log);
            }
            return text.strip();
        } catch (IOException e) {
            throw new LoadFailed(main + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    /** Each jar by its name, since an AOT cache holds for one class path in one order. */
    private static String classPath() {
        return jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> jars() {
        Path jar = target().resolve("fleet-server-0.1.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LoadFailed("the server is not built: there is no " + jar);
        }
        try (Stream<Path> libraries = Files.list(target().resolve("lib"))) {
            return Stream.concat(Stream.of(jar), libraries.sorted()).toList();
        } catch (IOException e) {
            throw new LoadFailed("the server is not built: " + e.getMessage(), e);
        }
    }

    private static Path target() {
        return Path.of(System.getProperty("assistcounter.root", "."), "fleet-server", "target")
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Where what it knows of its work is kept.
     *
     * @param isSpread of one whose brokers are beside it
     */
    static Path cache(boolean isSpread) {
        return target().resolve(isSpread ? "fleet-server-brokers-beside.aot" : "fleet-server.aot");
    }

    /** Whether there is such a file, made after the program and all of its libraries. */
    static boolean isNewest(Path file) {
        return Files.exists(file)
                && jars().stream().noneMatch(jar -> modified(jar).compareTo(modified(file)) > 0);
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
