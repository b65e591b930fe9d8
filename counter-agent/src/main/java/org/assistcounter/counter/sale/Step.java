package org.assistcounter.counter.sale;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.Fact;

/** What one input brings about: the next state, what to write down, and then what to do. */
public record Step(CounterState state, List<Fact> facts, List<Effect> effects) {
    public Step {
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
    }

    static Step stay(CounterState state) {
        return new Step(state, List.of(), List.of());
    }

    /** The fact is written, and the shelf follows it. */
    Step fact(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new Step(state.with(state.shelf().after(fact)), more, effects);
    }

    Step effect(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return new Step(state, facts, more);
    }

    Step to(Phase phase) {
        return new Step(state.with(phase), facts, effects);
    }

    /** A motor command was given under the next number. */
    Step given() {
        return new Step(state.commandGiven(), facts, effects);
    }

    Step to(CounterState next) {
        return new Step(next, facts, effects);
    }

    /** This one, with what an earlier one of the same input brought about. */
    Step after(Step earlier) {
        List<Fact> allFacts = new ArrayList<>(earlier.facts);
        allFacts.addAll(facts);
        List<Effect> allEffects = new ArrayList<>(earlier.effects);
        allEffects.addAll(effects);
        return new Step(state, allFacts, allEffects);
    }
}
