package org.assistcounter.counter.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.Goods;

/** A counter's day from a seed, step by step, as the core thread would run it. */
final class RandomDay {
    private final RandomShopping shopping;
    private final List<Step> steps = new ArrayList<>();
    private CounterState state;
    private long millis;

    private RandomDay(long seed) {
        this.shopping = new RandomShopping(seed);
        Step first = RecoverySteps.start(Goods.shelf(), null, 1, now());
        this.state = first.state();
        steps.add(first);
    }

    /** All steps of a day; each is handed to the watcher as it is taken. */
    static List<Step> run(long seed, int inputs, Consumer<Step> watcher) {
        RandomDay day = new RandomDay(seed);
        watcher.accept(day.steps.getFirst());
        day.take(new Input.ItemsAtOnce(day.shopping.itemsAtOnce()), watcher);
        for (int i = 0; i < inputs; i++) {
            day.millis += day.shopping.waitMillis();
            if (SaleCore.deadlineMillis(day.state) <= day.millis) {
                day.take(new Input.TimePassed(), watcher);
            }
            day.take(day.shopping.next(day.state), watcher);
        }
        return day.steps;
    }

    private void take(Input input, Consumer<Step> watcher) {
        Step step = SaleCore.step(state, input, now());
        state = step.state();
        steps.add(step);
        watcher.accept(step);
    }

    private Moment now() {
        return new Moment(millis, Goods.TODAY);
    }
}
