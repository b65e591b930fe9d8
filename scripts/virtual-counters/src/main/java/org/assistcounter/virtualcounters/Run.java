package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One run against one server: counters are enrolled, connected, sell, and then the fleet's ledger
 * is compared with what they sold.
 */
final class Run implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final int CONNECTING_MAX = 100;
    private static final long LOOK_MILLIS = 50;
    private static final long QUIET_SECONDS_MAX = 300;

    private final Options options;
    private final Screen screen;
    private final FleetWeb web;
    private final List<Card> cards;
    private final Province province;
    private final Map<String, Long> balancesBefore;
    private final long beginNanos = System.nanoTime();

    private Run(Options options, URI server, Path folder, Screen screen) {
        this.options = options;
        this.screen = screen;
        this.web = new FleetWeb(server);
        web.signIn();
        this.balancesBefore = web.balances();
        Enroller enroller = new Enroller(web, "V" + Long.toString(System.currentTimeMillis(), 36));
        int count = options.crowd().counters();
        this.cards =
                enroller.enrol(count, done -> screen.progress("enrolled " + done + " of " + count));
        this.province = new Province(enroller.fleet(), cards, LOOPS);
        commission(new Commissioning(enroller.fleet(), options.crowd(), options.demand(), folder));
    }

    /** Enrols and commissions all counters. */
    static Run prepare(Options options, URI server, Path folder, Screen screen) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Run(options, server, folder, screen);
    }

    private void commission(Commissioning commissioning) {
        province.onEach(loop -> {
            for (Card card : cards) {
                if (loopOf(card) == loop) {
                    commissioning.commission(card, loop);
                }
            }
        });
        screen.line(
                "%d counters enrolled and commissioned in %.1f s"
                        .formatted(cards.size(), seconds()));
    }

    private CounterLoop loopOf(Card card) {
        return card.number() < options.crowd().onDisk() ? province.onDisk() : province.loopOf(card);
    }

    Province province() {
        return province;
    }

    /** Connects all, no more than some at a time. */
    void connect() {
        long begin = System.nanoTime();
        province.onEach(loop -> new Ramp(loop, CONNECTING_MAX / LOOPS).next());
        await("connecting", QUIET_SECONDS_MAX, Standing::isAllConnected);
        screen.line("all connected in %.1f s".formatted((System.nanoTime() - begin) / 1e9));
    }

    /** Sells as long as the demand says. */
    void sell() {
        long virtual = options.demand().untilMillis();
        Pace pace =
                new Pace(
                        System.nanoTime(),
                        System.currentTimeMillis() - virtual,
                        options.compression());
        province.forEach(counter -> counter.sells(pace));
        double trueSeconds = virtual / 1e3 / options.compression();
        await("selling", (long) trueSeconds + QUIET_SECONDS_MAX, Standing::isAllOver);
    }

    /** What it came to, by the fleet's ledger as it is now. */
    Outcome outcome() {
        Standing standing = province.standing();
        return new Outcome(
                standing,
                Books.differences(balancesBefore, web.balances(), standing.takings()),
                seconds());
    }

    /** Waits until it is so, and goes on after so long. */
    Standing await(String doing, long secondsMax, Predicate<Standing> isSo) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
        Standing standing = province.standing();
        while (!isSo.test(standing) && System.nanoTime() < until) {
            screen.progress(words(doing, standing));
            pause();
            standing = province.standing();
        }
        return standing;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private String words(String doing, Standing now) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d connected, %d sales, %d records, %d not signed for, p99 %.0f ms",
                doing,
                now.connected(),
                now.counters(),
                now.takings().sales(),
                now.written(),
                now.unacknowledged(),
                now.meters().latencyMillis(99));
    }

    private double seconds() {
        return (System.nanoTime() - beginNanos) / 1e9;
    }

    @Override
    public void close() {
        province.close();
        web.close();
    }
}
