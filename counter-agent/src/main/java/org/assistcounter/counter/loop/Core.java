package org.assistcounter.counter.loop;

import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.SaleCore;
import org.assistcounter.counter.sale.Step;

/**
 * Decide, record, act: one input at a time. It has no thread and no clock, so that a simulation
 * calls it just as the core thread does.
 */
public final class Core {
    private static final long BEAT_EVERY_MILLIS = 3_600_000;
    private static final long TIDY_EVERY_MILLIS = 3_600_000;

    private final Journal journal;
    private final Edge edge;
    private final Rules rules;
    private CounterState state;
    private long beatAtMillis;
    private long tidyAtMillis;

    /** Decides what an input brings about; {@link SaleCore#step} on every counter. */
    @FunctionalInterface
    public interface Rules {
        Step step(CounterState state, Input input, Moment now);
    }

    /** Carries out the first step, which recovery has decided. */
    public Core(Journal journal, Edge edge, Rules rules, Step first, Moment now) {
        this.journal = journal;
        this.edge = edge;
        this.rules = rules;
        this.state = first.state();
        this.tidyAtMillis = now.millis() + TIDY_EVERY_MILLIS;
        carryOut(first, now);
    }

    public CounterState state() {
        return state;
    }

    /** When {@link #elapsed} is due. */
    public long deadlineMillis() {
        long due = Math.min(SaleCore.deadlineMillis(state), beatAtMillis);
        return isIdle() ? Math.min(due, tidyAtMillis) : due;
    }

    public void handle(Input input, Moment now) {
        carryOut(rules.step(state, input, now), now);
    }

    public void elapsed(Moment now) {
        if (now.millis() >= SaleCore.deadlineMillis(state)) {
            handle(new Input.TimePassed(), now);
        }
        if (now.millis() >= beatAtMillis) {
            handle(new Input.BeatDue(), now);
        }
        if (now.millis() >= tidyAtMillis && isIdle()) {
            journal.tidy();
            tidyAtMillis = now.millis() + TIDY_EVERY_MILLIS;
        }
    }

    private boolean isIdle() {
        return state.phase() instanceof Phase.Browsing;
    }

    /** A checkpoint whose signature was checked. */
    public void checkpoint(String note) {
        journal.remember(note);
    }

    private void carryOut(Step step, Moment now) {
        boolean changed = !step.facts().isEmpty() || !step.state().equals(state);
        journal.append(step.facts());
        state = step.state();
        for (Effect effect : step.effects()) {
            edge.perform(effect);
        }
        if (!step.facts().isEmpty()) {
            beatAtMillis = now.millis() + BEAT_EVERY_MILLIS;
            edge.appended(journal.head().seq());
        }
        if (changed) {
            edge.show(state, now.millis());
        }
    }
}
