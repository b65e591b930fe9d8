package org.assistcounter.powercuts;

import java.util.List;
import org.assistcounter.powercuts.Recorder.Life;

/**
 * How long the journal is written to.
 *
 * @param afterTheCut the lives that begin with what a power cut left; only FULL leaves enough
 * @param appends all that there are, some more than any life makes
 */
record Plan(List<Life> lives, List<Life> afterTheCut, int appends) {
    /** The second life passes the size at which SQLite moves its log into the journal by itself. */
    static final Plan WHOLE =
            new Plan(
                    List.of(new Life(60, true), new Life(480, false), new Life(520, true)),
                    List.of(new Life(560, false), new Life(600, true)),
                    620);

    /** Small journals, so that many images are judged in little time. */
    static final Plan SMALL =
            new Plan(
                    List.of(new Life(20, true), new Life(50, false), new Life(70, true)),
                    List.of(new Life(90, false), new Life(100, true)),
                    110);

    /** One life up to a checkpoint and beyond; half of its calls are the checkpoint's. */
    static final Plan CHECKPOINT = new Plan(List.of(new Life(400, false)), List.of(), 410);

    /** A journal closed once, which moves the log into it, and left once. */
    static final Plan SHORT =
            new Plan(List.of(new Life(20, true), new Life(40, false)), List.of(), 50);

    Plan {
        lives = List.copyOf(lives);
        afterTheCut = List.copyOf(afterTheCut);
    }
}
