package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes that a key press in the terminal does not reach and that do not outlive us, even
 * when we are killed. Linux ties the latter to the life of the starting thread, so one thread
 * starts them all and lives as long as we do. Where `setpriv` or `setsid` is missing, the end of
 * this program ends them, and a killed one's are found by their notes at the next start.
 */
final class Spawner implements AutoCloseable {
    private static final long PROBE_SECONDS = 2;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> Thread.ofPlatform().daemon().name("spawner").unstarted(work));
    private final List<String> leash;

    Spawner() {
        List<String> whole = List.of("setpriv", "--pdeathsig", "TERM", "setsid");
        leash = works(whole) ? whole : List.of();
    }

    Process spawn(List<String> command, Path log) {
        List<String> leashed = new ArrayList<>(leash);
        leashed.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(leashed)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return thread.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new Refusal(command.getFirst() + " cannot be started: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while starting " + command.getFirst());
        }
    }

    private static boolean works(List<String> leash) {
        List<String> probe = new ArrayList<>(leash);
        probe.add("true");
        try {
            Process process =
                    new ProcessBuilder(probe)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
