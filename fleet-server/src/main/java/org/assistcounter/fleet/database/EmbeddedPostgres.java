package org.assistcounter.fleet.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.assistcounter.fleet.settings.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a process of our own beside the server, for an installation that is one command.
 * The process outlives a killed server: the next start finds it by its data directory and goes on
 * with it, or stops it first when another port is wanted. The library that ships the binaries could
 * start it too, but stops it from a shutdown hook of its own while we still write.
 */
final class EmbeddedPostgres implements Database, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int STARTS_MAX = 3;
    private static final int PASSWORD_BYTES = 24;

    private final PostgresPrograms programs;
    private final PostgresFiles files;
    private final DatabaseAddress address;
    private boolean isWanted;

    private EmbeddedPostgres(
            PostgresPrograms programs, PostgresFiles files, DatabaseAddress address) {
        this.programs = programs;
        this.files = files;
        this.address = address;
    }

    /** Unpacks the binaries where needed; starts nothing yet. */
    static EmbeddedPostgres in(DataDirectory data, int port, SecureRandom random) {
        Path home = data.directory("postgresql");
        return new EmbeddedPostgres(
                PostgresPrograms.unpackedIn(home),
                new PostgresFiles(home),
                new DatabaseAddress("127.0.0.1", port, "fleet", "fleet", password(home, random)));
    }

    @Override
    public synchronized void start() {
        isWanted = true;
        if (!files.isInitialised()) {
            initialise();
        }
        if (adopts()) {
            return;
        }
        // The first reopening after a kill may meet shared memory that is only just being freed.
        for (int attempt = 1; !startedOnce(attempt == STARTS_MAX); attempt++) {
            LOG.warn("PostgreSQL did not start at attempt {}; trying again.", attempt);
        }
    }

    @Override
    public synchronized void stop() {
        isWanted = false;
        if (files.runningPort().isPresent()) {
            programs.run("pg_ctl", "stop", "-D", files.cluster(), "-m", "fast", "-w", "-t", "8");
        }
    }

    /** Starts it again when it has died though nobody has stopped it. */
    synchronized void revive() {
        if (isWanted && files.runningPort().isEmpty()) {
            LOG.error("PostgreSQL has died; it is started again. Its log is {}.", files.log());
            start();
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        stop();
    }

    private boolean adopts() {
        var running = files.runningPort();
        if (running.isEmpty()) {
            return false;
        }
        if (running.getAsInt() == address.port()) {
            LOG.info("Going on with the PostgreSQL that runs on port {}.", address.port());
            return true;
        }
        LOG.info("Stopping the PostgreSQL left on port {}.", running.getAsInt());
        stop();
        isWanted = true;
        return false;
    }

    private void initialise() {
        files.discardUnfinished();
        programs.require(
                "initdb",
                "-D",
                files.cluster(),
                "--username=" + address.user(),
                "--pwfile=" + files.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        files.configure(address.port());
    }

    private boolean startedOnce(boolean isLastAttempt) {
        files.configure(address.port());
        var outcome =
                programs.run(
                        "pg_ctl",
                        "start",
                        "-D",
                        files.cluster(),
                        "-l",
                        files.log(),
                        "-w",
                        "-t",
                        "20");
        if (!outcome.isSuccess() && isLastAttempt) {
            throw files.refusal(address.port(), outcome.output());
        }
        return outcome.isSuccess();
    }

    private static String password(Path home, SecureRandom random) {
        Path file = home.resolve("password");
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[PASSWORD_BYTES];
                random.nextBytes(secret);
                byte[] text = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
                DataDirectory.writePrivately(file, text);
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
