package org.assistcounter.fleet.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assistcounter.fleet.settings.StartRefused;

/**
 * The files of the embedded database: its cluster, the settings we force upon it, and the note in
 * which PostgreSQL writes its process and port while it runs.
 */
final class PostgresFiles {

    private static final int LOG_TAIL_LINES = 8;
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    private final Path home;
    private final Path cluster;

    PostgresFiles(Path home) {
        this.home = home;
        this.cluster = home.resolve("cluster");
    }

    String cluster() {
        return cluster.toString();
    }

    String log() {
        return home.resolve("postgresql.log").toString();
    }

    String passwordFile() {
        return home.resolve("password").toString();
    }

    /** The include line is appended last, so its presence says that initdb had finished. */
    boolean isInitialised() {
        return Files.exists(cluster.resolve("fleet.conf"));
    }

    void configure(int port) {
        try {
            Path main = cluster.resolve("postgresql.conf");
            String include = "include 'fleet.conf'";
            if (!Files.readString(main).contains(include)) {
                Files.writeString(main, Files.readString(main) + "\n" + include + "\n");
            }
            Files.writeString(cluster.resolve("fleet.conf"), ourSettings(port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An initdb that was interrupted leaves a directory that a second one refuses. */
    void discardUnfinished() {
        if (!Files.exists(cluster)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(cluster)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The port of the PostgreSQL that runs on this cluster now, whoever started it. */
    OptionalInt runningPort() {
        Path note = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
            if (lines.size() <= PORT_LINE || !isPostgres(lines.get(PID_LINE))) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
        } catch (IOException | NumberFormatException goneMeanwhile) {
            return OptionalInt.empty();
        }
    }

    StartRefused refusal(int port, String output) {
        return new StartRefused(
                "The embedded PostgreSQL did not start on port "
                        + port
                        + ".\n"
                        + output.strip()
                        + "\n"
                        + logTail(),
                "If another program uses that port, choose one with assistcounter.database-port;"
                        + " otherwise see "
                        + log()
                        + ".");
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(Path.of(log()));
            int from = Math.max(0, lines.size() - LOG_TAIL_LINES);
            return String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String ourSettings(int port) {
        return """
        # Written by the fleet server at every start. Money is booked here, so every commit is
        # on the disk before it is acknowledged.
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        timezone = 'UTC'
        log_timezone = 'UTC'
        max_connections = 100
        shared_buffers = '256MB'
        max_wal_size = '4GB'
        checkpoint_timeout = '15min'
        wal_compression = on
        """
                .formatted(port);
    }

    private static boolean isPostgres(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
