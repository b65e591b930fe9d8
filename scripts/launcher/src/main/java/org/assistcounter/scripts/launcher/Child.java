package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process we look after: started, awaited until it is of use, started again with a growing
 * pause when it ends by itself, ended by its own number.
 *
 * <p>Stopped → starting (start) → watched (its probe said yes) → starting again after a pause (it
 * ended) → stopped (stop). A process that ends while starting is not started again: whoever started
 * it is told why.
 */
final class Child implements AutoCloseable {
    private static final Duration PATIENCE_START = Duration.ofMinutes(2);
    private static final Duration PATIENCE_STOP = Duration.ofSeconds(12);
    private static final Duration HEALTHY = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS_MIN = 500;
    private static final long PAUSE_MILLIS_MAX = 10_000;
    private static final int TAIL_LINES = 12;

    private final Role role;
    private final Spawner spawner;
    private final Say say;
    private @Nullable Process process;
    private long startedNanos;
    private long pauseMillis = PAUSE_MILLIS_MIN;
    private boolean isWatched;
    private boolean isClosed;

    Child(Role role, Spawner spawner, Say say) {
        this.role = role;
        this.spawner = spawner;
        this.say = say;
    }

    /**
     * What a process is for.
     *
     * @param name as people say it
     * @param isReady whether it is of use now
     */
    record Role(
            String name,
            Supplier<List<String>> command,
            Path log,
            Path pid,
            BooleanSupplier isReady) {}

    String name() {
        return role.name();
    }

    /** Starts it and waits until it is of use; returns how long that took. */
    Duration start() {
        Process started;
        synchronized (this) {
            if (isAlive()) {
                throw new Refusal("The " + role.name() + " is running already.");
            }
            started = spawn();
        }
        boolean[] isDead = new boolean[1];
        boolean isInTime =
                Patience.until(
                        PATIENCE_START,
                        () -> {
                            isDead[0] = !started.isAlive();
                            return isDead[0] || role.isReady().getAsBoolean();
                        });
        if (isDead[0]) {
            throw new Refusal(failure("ended with code " + started.exitValue() + " at its start"));
        }
        if (!isInTime) {
            stop();
            throw new Refusal(failure("was not ready after " + Say.seconds(PATIENCE_START)));
        }
        return watch(started);
    }

    private synchronized Duration watch(Process started) {
        isWatched = Objects.equals(process, started);
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private Process spawn() {
        if (isClosed) {
            throw new Refusal("Everything is being stopped.");
        }
        Process started = spawner.spawn(role.command().get(), role.log());
        process = started;
        startedNanos = System.nanoTime();
        DataFolder.writePrivately(role.pid(), started.pid() + "\n");
        var _ = started.onExit().thenAccept(this::ended);
        return started;
    }

    private void ended(Process dead) {
        long pause;
        synchronized (this) {
            if (!isWatched || !Objects.equals(process, dead)) {
                return;
            }
            if (System.nanoTime() - startedNanos > HEALTHY.toNanos()) {
                pauseMillis = PAUSE_MILLIS_MIN;
            }
            pause = pauseMillis;
            pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
        }
        say.line(
                "%s ended unexpectedly (code %d); starting it again in %s. Log: %s"
                        .formatted(
                                role.name(),
                                dead.exitValue(),
                                Say.seconds(Duration.ofMillis(pause)),
                                role.log()));
        Thread.ofVirtual().name("restart").start(() -> startAgain(dead, pause));
    }

    private void startAgain(Process dead, long pause) {
        Patience.pause(pause);
        Process again;
        synchronized (this) {
            if (!isWatched || !Objects.equals(process, dead)) {
                return;
            }
            again = spawn();
        }
        boolean isBack =
                Patience.until(
                        PATIENCE_START, () -> !again.isAlive() || role.isReady().getAsBoolean());
        if (isBack && again.isAlive()) {
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            say.line(role.name() + " is back after " + Say.seconds(took));
        }
    }

    /** Asks it to end, and ends it if it does not. */
    void stop() {
        Process running;
        synchronized (this) {
            isWatched = false;
            running = process;
            process = null;
        }
        if (running != null) {
            running.destroy();
            if (!hasEnded(running, PATIENCE_STOP)) {
                say.line(role.name() + " does not end by itself; killed");
                running.destroyForcibly();
                hasEnded(running, PATIENCE_STOP);
            }
        }
        forget();
    }

    /** Kills it at once; it is started again like after any sudden end. */
    synchronized long kill() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new Refusal("The " + role.name() + " is not running.");
        }
        pauseMillis = PAUSE_MILLIS_MIN;
        running.destroyForcibly();
        return running.pid();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized String status() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return isWatched ? "starting again" : "stopped";
        }
        Duration age = Duration.ofNanos(System.nanoTime() - startedNanos);
        return "running, process %d, for %d s".formatted(running.pid(), age.toSeconds());
    }

    /** Ends it for good: nothing that still runs here may start it again. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        stop();
    }

    private void forget() {
        try {
            Files.deleteIfExists(role.pid());
        } catch (IOException e) {
            say.line("The note " + role.pid() + " could not be removed: " + e);
        }
    }

    private String failure(String what) {
        return "The %s %s. The end of its log, %s:\n%s"
                .formatted(role.name(), what, role.log(), tail(role.log()));
    }

    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            int from = Math.max(0, lines.size() - TAIL_LINES);
            return String.join("\n", lines.subList(from, lines.size())).indent(2);
        } catch (IOException unreadable) {
            return "  (there is none)";
        }
    }

    private static boolean hasEnded(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
