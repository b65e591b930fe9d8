package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL for several servers: the one that we carry, started by itself. */
final class OwnPostgres implements Part, AutoCloseable {
    private static final long STOP_SECONDS_MAX = 20;

    private final Path folder;
    private final int port;
    private String url = "";

    private OwnPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static OwnPostgres start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        OwnPostgres postgres = new OwnPostgres(folder, port);
        postgres.startAgain();
        return postgres;
    }

    /** As a server names it; the password is in it. */
    String url() {
        return url;
    }

    @Override
    public void startAgain() {
        url =
                ServerProgram.run(
                        folder.resolve("command.log"),
                        "org.assistcounter.fleet.database.PostgresCommand",
                        folder.toString(),
                        Integer.toString(port));
    }

    @Override
    public void kill() {
        kill(folder);
    }

    /** Kills the one whose data is in this folder. */
    static void kill(Path folder) {
        process(folder)
                .ifPresent(postmaster -> {
                    postmaster.destroyForcibly();
                    await(postmaster);
                });
    }

    private static Optional<ProcessHandle> process(Path folder) {
        Path note = folder.resolve("postgresql").resolve("cluster").resolve("postmaster.pid");
        try {
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()));
        } catch (IOException | RuntimeException notThere) {
            return Optional.empty();
        }
    }

    private static void await(ProcessHandle ending) {
        try {
            ending.onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LoadFailed("the database does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        process(folder)
                .ifPresent(postmaster -> {
                    postmaster.destroy();
                    await(postmaster);
                });
    }
}
