package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of Debian's as somebody in an operating room keeps one: it archives what it writes,
 * it is backed up while it runs, and it is put back to a moment. The words are those of
 * OPERATIONS.md.
 */
final class DebianPostgres implements AutoCloseable {
    private static final long SECONDS_MAX = 120;
    private static final String PASSWORD = "kept-by-the-test";

    private final Path programs;
    private final Path folder;
    private final int port;
    private Path cluster;

    private DebianPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.cluster = folder.resolve("main");
    }

    /** The newest that is installed; empty when none is. */
    static Optional<Path> programs() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        var server = FileSystems.getDefault().getPathMatcher("glob:**/bin/postgres");
        try (Stream<Path> found = Files.walk(all, 3)) {
            return found.filter(server::matches)
                    .map(Path::getParent)
                    .max(Comparator.naturalOrder());
        }
    }

    static DebianPostgres start(Path programs, Path folder, int port) throws Exception {
        DebianPostgres postgres = new DebianPostgres(programs, folder, port);
        Files.createDirectories(folder.resolve("archive"));
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD);
        postgres.run(
                "initdb",
                "-D",
                postgres.cluster.toString(),
                "-U",
                "fleet",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C");
        postgres.set(
                """
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                wal_level = replica
                archive_mode = on
                archive_command = 'test ! -f %s/archive/%%f && cp %%p %s/archive/%%f'
                archive_timeout = 60
                """
                        .formatted(port, folder, folder));
        postgres.run(
                "pg_ctl", "-D", postgres.cluster.toString(), "-w", "-l", folder + "/log", "start");
        postgres.ask("postgres", "create database fleet");
        return postgres;
    }

    private void set(String lines) throws IOException {
        Files.writeString(cluster.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
    }

    /** As a server names it. */
    String url() {
        return "postgresql://fleet:" + PASSWORD + "@127.0.0.1:" + port + "/fleet";
    }

    /** The first column of the first row; empty when there is none. */
    String ask(String sql) throws SQLException {
        return ask("fleet", sql);
    }

    private String ask(String database, String sql) throws SQLException {
        String address = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        try (Connection connection = DriverManager.getConnection(address, "fleet", PASSWORD);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** A base backup, while it runs. */
    void backUp() throws Exception {
        run(
                "pg_basebackup",
                "-d",
                "postgresql://fleet:" + PASSWORD + "@127.0.0.1:" + port + "/postgres",
                "-D",
                folder.resolve("base").toString(),
                "--checkpoint=fast",
                "-X",
                "none");
        run("pg_verifybackup", "--no-parse-wal", folder.resolve("base").toString());
    }

    /** Ends it at once and takes its files away. */
    void lose() throws Exception {
        // What was written last is still handed to the archive; a whole disk that dies would not.
        ask("select pg_switch_wal()");
        String last = ask("select pg_walfile_name(pg_current_wal_lsn() - 1)");
        awaitArchived(last);
        long pid =
                Long.parseLong(
                        Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(SECONDS_MAX, TimeUnit.SECONDS);
        Files.move(cluster, folder.resolve("lost"));
    }

    private void awaitArchived(String segment) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (ask("select coalesce(max(last_archived_wal), '') from pg_stat_archiver")
                        .compareTo(segment)
                < 0) {
            if (System.nanoTime() > until) {
                throw new AssertionError(segment + " is not archived");
            }
            Thread.sleep(50);
        }
    }

    /** Puts the backup back and goes on from it to that moment. */
    void restore(String moment) throws Exception {
        cluster = folder.resolve("base");
        set(
                """
                restore_command = 'cp %s/archive/%%f %%p'
                recovery_target_time = '%s'
                recovery_target_action = promote
                """
                        .formatted(folder, moment));
        Files.createFile(cluster.resolve("recovery.signal"));
        run(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-w",
                "-t",
                "" + SECONDS_MAX,
                "-l",
                folder + "/log",
                "start");
        while (!ask("select pg_is_in_recovery()").equals("f")) {
            Thread.sleep(50);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve(program + ".out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start();
        if (!isEnded(process) || process.exitValue() != 0) {
            throw new AssertionError(program + " failed:\n" + Files.readString(output));
        }
    }

    private static boolean isEnded(Process process) {
        try {
            return process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            run("pg_ctl", "-D", cluster.toString(), "-w", "-m", "fast", "stop");
        }
    }
}
