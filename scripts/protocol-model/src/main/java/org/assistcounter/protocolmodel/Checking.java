package org.assistcounter.protocolmodel;

import java.io.IOException;

/** Checks a model as it is, and as it would be without a guard. */
final class Checking {

    private Checking() {}

    /** What is broken without this guard. */
    static Result without(Guard guard) throws IOException, InterruptedException {
        Result result = Tlc.run(guard.model().always(guard.word()));
        for (Model.Check check : guard.model().inTheEnd(guard.word())) {
            if (result.holds() && check.aims().contains(guard.breaks())) {
                return Tlc.run(check);
            }
        }
        return result;
    }
}
