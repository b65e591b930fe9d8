package org.assistcounter.simulation;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.function.LongFunction;

/** Runs seeds on a product with a bug in it, until an invariant notices. */
final class BugHunt {
    private final PlantedBug bug;
    private final LongFunction<?> planted;

    BugHunt(PlantedBug bug, long hours) {
        this.bug = bug;
        PlantedLoader loader = new PlantedLoader(ChangedClasses.with(bug, root()));
        this.planted = planted(loader, hours, bug.shown().counters());
    }

    /**
     * How a hunt ended.
     *
     * @param seed the seed that showed the bug; the last one tried if none did
     * @param violation the invariant that did not hold; empty when none noticed
     */
    record Trail(PlantedBug bug, long seed, String violation) {
        boolean isCaught() {
            return !violation.isEmpty();
        }
    }

    /** Tries the seeds one after another. */
    Trail hunt(long first, long count) {
        long seed = first;
        String violation = runs(seed);
        while (violation.isEmpty() && seed < first + count - 1) {
            seed++;
            violation = runs(seed);
        }
        return new Trail(bug, seed, violation);
    }

    private String runs(long seed) {
        return String.valueOf(planted.apply(seed));
    }

    private static Path root() {
        return Path.of(System.getProperty("assistcounter.root", "../.."));
    }

    private static LongFunction<?> planted(PlantedLoader loader, long hours, int counters) {
        try {
            return (LongFunction<?>)
                    loader.loadClass(SeedRun.class.getName())
                            .getConstructor(long.class, int.class)
                            .newInstance(hours, counters);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("the simulation cannot be loaded anew", e);
        }
    }
}
