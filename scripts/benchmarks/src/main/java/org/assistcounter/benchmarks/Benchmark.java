package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;

/** One figure that matters, and what the machine could do at best. */
interface Benchmark {

    /** As it is called on the command line. */
    String name();

    /** One line for the list. */
    String about();

    /**
     * Runs it once.
     *
     * @param folder empty, on the disk to measure
     * @param people where lines for people go
     */
    Result run(Size size, Path folder, PrintStream people) throws Exception;

    /** The same with so many virtual counters instead of its own number. */
    default Benchmark withCounters(int counters) {
        throw new IllegalArgumentException(name() + " has no virtual counters");
    }

    /** The same with so many sales in the ledger. */
    default Benchmark withSales(long sales) {
        throw new IllegalArgumentException(name() + " has no sales in a ledger");
    }

    /**
     * The same over a ledger that is kept.
     *
     * @param folder where it is, or is written to
     */
    default Benchmark keeping(Path folder) {
        throw new IllegalArgumentException(name() + " has no ledger to keep");
    }

    /** How long to measure. */
    enum Size {
        /** A few seconds: shows that it works, not how fast it is. */
        SMOKE,
        /** Enough for a figure. */
        FULL
    }
}
