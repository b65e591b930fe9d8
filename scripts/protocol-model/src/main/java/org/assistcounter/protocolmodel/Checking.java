package org.assistcounter.protocolmodel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks a model as it is, and as it would be without a guard. */
final class Checking {

    private Checking() {}

    /** All checks of a model as it is. */
    static List<Checked> asItIs(Model model) throws IOException, InterruptedException {
        List<Checked> all = new ArrayList<>();
        all.add(checked(model.always(Guard.NONE)));
        for (Model.Check check : model.inTheEnd(Guard.NONE)) {
            all.add(checked(check));
        }
        return all;
    }

    /** The check that is broken without this guard. */
    static Checked without(Guard guard) throws IOException, InterruptedException {
        for (Model.Check check : guard.model().inTheEnd(guard.word())) {
            if (check.aims().equals(guard.breaks())) {
                return checked(check);
            }
        }
        return checked(guard.model().always(guard.word()));
    }

    private static Checked checked(Model.Check check) throws IOException, InterruptedException {
        return new Checked(check, Tlc.run(check));
    }

    /** A check, and what it came to. */
    record Checked(Model.Check check, Result result) {}
}
