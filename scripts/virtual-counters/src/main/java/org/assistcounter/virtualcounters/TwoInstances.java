package org.assistcounter.virtualcounters;

/**
 * What befalls two instances that share all counters while these sell. One is stopped in the middle
 * of its work for longer than its lease and then goes on, as a machine does that was moved or out
 * of memory; it does not know that its shards are another's. Then the other one is killed, so that
 * the one that had stopped has to carry everybody.
 */
final class TwoInstances {
    /** A lease ends after seven seconds. */
    private static final double STOPPED_SECONDS = 9;

    private static final int PARTS = 5;

    private final Run run;
    private final Plant plant;
    private final Screen screen;

    TwoInstances(Run run, Plant plant, Screen screen) {
        this.run = run;
        this.plant = plant;
        this.screen = screen;
    }

    /**
     * All of it, until everything is sold and signed for.
     *
     * @param drawn which of the two is stopped
     */
    void befall(int drawn) {
        double seconds = run.beginSelling();
        run.spend("selling", seconds / PARTS);
        stop(drawn);
        kill(1 - drawn);
        run.awaitOver(seconds);
        run.requireNoDoubts();
    }

    private void stop(int number) {
        OwnServer instance = plant.instances().get(number);
        instance.stop();
        long begin = System.nanoTime();
        screen.line("instance " + (number + 1) + " stopped");
        run.awaitAllHeardSince(begin);
        double took = run.took("one stopped, all signed for again", begin);
        run.spend("selling", STOPPED_SECONDS - took);
        instance.goOn();
        screen.line("instance " + (number + 1) + " goes on");
        long again = System.nanoTime();
        run.awaitAllHeardSince(again);
        run.took("both, all signed for again", again);
    }

    private void kill(int number) {
        OwnServer instance = plant.instances().get(number);
        instance.kill();
        long begin = System.nanoTime();
        screen.line("instance " + (number + 1) + " killed");
        run.awaitAllHeardSince(begin);
        run.took("one killed, all signed for again", begin);
        instance.startAgain();
        screen.line("instance " + (number + 1) + " ready again");
    }
}
