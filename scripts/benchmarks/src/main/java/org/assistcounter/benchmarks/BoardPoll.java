package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.journal.store.SqliteJournalStore;

/**
 * How long a vending board waits for the answer to its poll while the counter sells by card without
 * a pause. The board gives up after 100 ms ("VMC - Upper Computer" protocol). Beside it: an echo
 * over the same loopback at the same period in the same run.
 */
final class BoardPoll implements Benchmark {
    private static final int FULL_SECONDS = 120;
    private static final int SMOKE_SECONDS = 1;

    private final String name;
    private final String about;
    private final long stallMillis;

    private BoardPoll(String name, String about, long stallMillis) {
        this.name = name;
        this.about = about;
        this.stallMillis = stallMillis;
    }

    static BoardPoll selling() {
        return new BoardPoll(
                "board-poll", "p99 of the answer to the board's poll while selling; aim 20 ms", 0);
    }

    static BoardPoll stalled() {
        return new BoardPoll(
                "board-poll-stalled",
                "the same while each append to the journal takes 500 ms",
                500);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        PollStamps stamps = new PollStamps(stallMillis);
        int seconds = size == Size.FULL ? FULL_SECONDS : SMOKE_SECONDS;
        BareEcho bare = new BareEcho(PollStamps.POLL_MILLIS);
        int sales = 0;
        try (bare;
                SqliteJournalStore store =
                        SqliteJournalStore.open(folder.resolve("journal.sqlite"));
                WiredCounter counter = new WiredCounter(store, stamps)) {
            counter.start();
            bare.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                CardSales.sell(counter, ++sales);
            }
            CardSales.requireKept(counter, sales);
        }
        people.println("the board's frame to our answer: " + stamps.answers().words());
        people.println("bare echo over the loopback:     " + bare.samples().words());
        people.println(sales + " sales; frames without an answer: " + stamps.unanswered());
        return result(stamps, bare.samples(), sales);
    }

    private Result result(PollStamps stamps, Samples bare, int sales) {
        Samples answers = stamps.answers();
        return new Result(
                name,
                answers.percentileMillis(99),
                "ms",
                bare.percentileMillis(99),
                Map.of(
                        "p50Millis", answers.percentileMillis(50),
                        "maxMillis", answers.percentileMillis(100),
                        "referenceP50Millis", bare.percentileMillis(50),
                        "frames", (double) answers.count(),
                        "unanswered", (double) stamps.unanswered(),
                        "sales", (double) sales,
                        "pollPeriodMillis", (double) PollStamps.POLL_MILLIS));
    }
}
