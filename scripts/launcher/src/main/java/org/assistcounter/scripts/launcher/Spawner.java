package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.io.Writer;
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
        return spawn(command, log, "");
    }

    /**
     * @param input what the program reads, which nobody sees on a command line
     */
    Process spawn(List<String> command, Path log, String input) {
        List<String> leashed = new ArrayList<>(leash);
        leashed.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(leashed)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Process process = thread.submit(builder::start).get();
            if (!input.isEmpty()) {
                try (Writer writer = process.outputWriter()) {
                    writer.write(input);
                }
            }
            return process;
        } catch (ExecutionException e) {
            throw new Refusal(command.getFirst() + " cannot be started: " + e.getCause());
        } catch (IOException e) {
            throw new Refusal(command.getFirst() + " ended before it was told all: " + e);
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
