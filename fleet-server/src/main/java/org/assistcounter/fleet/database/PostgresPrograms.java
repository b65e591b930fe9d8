package org.assistcounter.fleet.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.assistcounter.fleet.settings.StartRefused;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the class path and run. They refuse to run as root, so
 * for root they run in a user namespace in which they are nobody in particular.
 */
final class PostgresPrograms {

    /** What a program printed and whether it was content. */
    record Outcome(boolean isSuccess, String output) {}

    private static final String VERSION = "18.4.0";
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private final Path home;
    private final boolean isRoot;

    private PostgresPrograms(Path home, boolean isRoot) {
        this.home = home;
        this.isRoot = isRoot;
    }

    static PostgresPrograms unpackedIn(Path directory) {
        Path home = directory.resolve("programs-" + VERSION);
        try {
            if (!Files.exists(home)) {
                Path draft = Files.createTempDirectory(directory, "unpacking");
                unpack(draft);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new PostgresPrograms(home, "root".equals(System.getProperty("user.name")));
    }

    /** Runs a program that has to succeed. */
    void require(String program, String... arguments) {
        Outcome outcome = run(program, arguments);
        if (!outcome.isSuccess()) {
            throw new StartRefused(
                    "PostgreSQL's " + program + " failed: " + outcome.output().strip(),
                    "Check that the data directory has space and belongs to this user.");
        }
    }

    Outcome run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        try {
            Path output = Files.createTempFile(home.getParent(), program, ".out");
            // A file and not a pipe: the started server would keep a pipe open for ever.
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            boolean isSuccess = process.waitFor() == 0;
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(isSuccess, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + program, interruption);
        }
    }

    private static void unpack(Path target) throws IOException {
        String archive =
                System.getProperty("os.arch").equals("aarch64")
                        ? "/postgres-linux-arm_64.txz"
                        : "/postgres-linux-x86_64.txz";
        try (InputStream packed = PostgresPrograms.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartRefused(
                        "There is no embedded PostgreSQL for this kind of machine.",
                        "Install PostgreSQL 15 or newer and name it with assistcounter.database.");
            }
            var entries =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
            for (var entry = next(entries); entry != null; entry = next(entries)) {
                write(entry, entries, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream entries)
            throws IOException {
        return entries.getNextEntry();
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
