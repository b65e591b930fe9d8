package org.assistcounter.virtualcounters;

import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.desired.Desired;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.Fact;

/** By what one counter sells: the agent's own rules, written into its journal. */
final class Directed {
    private final Consumer<List<Fact>> journal;
    private final Consumer<Desired> follower;
    private Desired desired;

    /**
     * @param desired what the journal tells
     * @param journal writes facts down
     * @param follower is told by what is sold, at once and after each change
     */
    Directed(Desired desired, Consumer<List<Fact>> journal, Consumer<Desired> follower) {
        this.desired = desired;
        this.journal = journal;
        this.follower = follower;
        follower.accept(desired);
    }

    Desired desired() {
        return desired;
    }

    /** The fleet wants something else. */
    void came(SignedState state, boolean isBuying) {
        write(desired.heard(state, Goods.CEILINGS));
        settle(isBuying);
    }

    /** What lies ready comes into force between one shopper and the next, who sees its prices. */
    void settle(boolean isBuying) {
        if (!isBuying) {
            write(desired.due());
        }
    }

    private void write(List<Fact> facts) {
        if (!facts.isEmpty()) {
            journal.accept(facts);
            facts.forEach(fact -> desired = desired.after(fact));
            follower.accept(desired);
        }
    }
}
