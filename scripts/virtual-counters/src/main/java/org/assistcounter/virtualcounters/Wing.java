package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Some of a fleet's counters in a process of their own. A process may not open the files of a whole
 * province, so that a measurement has as many wings as it needs, and all do the same at the same
 * time.
 *
 * @param folder where it may keep something
 */
record Wing(int number, SquadProcess squad, Path folder) implements AutoCloseable {

    static Wing of(int number, OwnServer server, Path folder, Screen screen) {
        Path journals = folder.resolve("journals");
        try {
            Files.createDirectories(journals);
        } catch (IOException e) {
            throw new LoadFailed("there is no folder for counters: " + e.getMessage(), e);
        }
        return new Wing(number, SquadProcess.start(number, server, journals, screen), folder);
    }

    /** How many of so many counters it has, of all wings. */
    int shareOf(int counters, List<Wing> all) {
        return counters / all.size() + (number < counters % all.size() ? 1 : 0);
    }

    /** What each wing comes to; the wings work at the same time. */
    static <T> List<T> together(List<Wing> wings, Function<Wing, T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all =
                    wings.stream().map(wing -> threads.submit(() -> work.apply(wing))).toList();
            return all.stream().map(Wing::result).toList();
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LoadFailed failed
                    ? failed
                    : new LoadFailed("not measured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        squad.close();
    }
}
