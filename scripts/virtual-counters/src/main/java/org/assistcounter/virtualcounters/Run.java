package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One run against one server: counters are enrolled, connected, sell, and then the fleet's ledger
 * is compared with what they sold.
 */
final class Run implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final int CONNECTING_MAX = 100;
    private static final long LOOK_MILLIS = 50;
    private static final int COUNTERS_A_LOOK = 5_000;

    /** A third of the time there is one of each. */
    private static final int COPIED_AFTER = 3;

    /** After so long it is no longer waited for something to come to rest. */
    static final long QUIET_SECONDS_MAX = 600;

    private final Options.Crowd crowd;
    private final Options.Trade trade;
    private final Screen screen;
    private final FleetWeb web;
    private final String prefix;
    private final FleetKeys fleet;
    private final List<Card> cards;
    private final Province province;
    private final Map<String, Long> balancesBefore;
    private final Map<String, Double> notes = new TreeMap<>();
    private final long beginNanos = System.nanoTime();

    private Run(Options.Crowd crowd, Options.Trade trade, Site site, Parts parts) {
        this.crowd = crowd;
        this.trade = trade;
        this.screen = parts.screen();
        this.web = parts.web();
        this.prefix = parts.prefix();
        this.fleet = parts.file().fleet();
        this.cards = parts.file().cards();
        this.balancesBefore = parts.file().before();
        this.province = new Province(fleet, cards, LOOPS);
        commission(
                new Commissioning(
                        fleet, crowd.onDisk(), trade.seed(), trade.demand(), site.journals()));
    }

    /** The server, and the folder for journals on disk. */
    record Site(URI server, Path journals) {}

    /** What a run works with. */
    private record Parts(FleetWeb web, RunFile file, Screen screen, String prefix) {}

    /** Enrols and commissions all counters. */
    static Run prepare(Options.Crowd crowd, Options.Trade trade, Site site, Screen screen) {
        long begin = System.nanoTime();
        FleetWeb web = new FleetWeb(site.server());
        web.signIn();
        Map<String, Long> before = web.balances();
        String prefix = "V" + Long.toString(System.currentTimeMillis(), 36);
        Enroller enroller = new Enroller(web, prefix);
        int count = crowd.cards();
        List<Card> cards =
                enroller.enrol(count, done -> screen.progress("enrolled " + done + " of " + count));
        screen.line(
                "%d cards enrolled in %.1f s".formatted(count, (System.nanoTime() - begin) / 1e9));
        RunFile file = new RunFile(cards, enroller.fleet(), before);
        try {
            Files.createDirectories(site.journals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (crowd.onDisk() > 0) {
            file.write(site.journals());
        }
        return new Run(crowd, trade, site, new Parts(web, file, screen, prefix));
    }

    /** Goes on with the counters of a run that was killed; all of them keep journals on disk. */
    static Run resume(Options.Trade trade, Site site, Screen screen) {
        FleetWeb web = new FleetWeb(site.server());
        web.signIn();
        RunFile file = RunFile.read(site.journals());
        int count = file.cards().size();
        screen.line(count + " counters start again");
        return new Run(
                new Options.Crowd(count, count, 0, 0, 0),
                trade,
                site,
                new Parts(web, file, screen, ""));
    }

    private void commission(Commissioning commissioning) {
        province.onEach(loop -> {
            for (Card card : cards.subList(0, crowd.counters())) {
                if (loopOf(card).equals(loop)) {
                    commission(commissioning, card, loop);
                }
            }
            for (Card card : cards.subList(crowd.counters() + crowd.hostile(), cards.size())) {
                if (province.loopOf(card).equals(loop)) {
                    loop.twins().add(new Twins(card, loop, commissioning));
                }
            }
        });
    }

    private void commission(Commissioning commissioning, Card card, CounterLoop loop) {
        VirtualCounter counter = commissioning.commission(card, loop);
        if (card.number() >= crowd.counters() - crowd.slow()) {
            counter.readsSlowly();
        }
    }

    private CounterLoop loopOf(Card card) {
        return card.number() < crowd.onDisk() ? province.onDisk() : province.loopOf(card);
    }

    Province province() {
        return province;
    }

    /** The server that they belong to. */
    FleetWeb web() {
        return web;
    }

    /** Connects all, no more than some at a time, and lets the hostile ones loose. */
    void connect() {
        long begin = System.nanoTime();
        province.onEach(loop -> new Ramp(loop, CONNECTING_MAX / LOOPS).next());
        await("connecting", QUIET_SECONDS_MAX, Standing::isAllConnected);
        took("all connected", begin);
        List<Card> assailants = cards.subList(crowd.counters(), crowd.counters() + crowd.hostile());
        province.onEach(loop -> {
            loop.twins().forEach(Twins::connects);
            for (Card card : assailants) {
                if (province.loopOf(card).equals(loop)) {
                    Assailants.arm(card, loop, cards.getFirst(), trade.demand(), trade.seed());
                }
            }
        });
    }

    /** Begins to sell; trade is over after so many seconds of true time, which it returns. */
    double beginSelling() {
        long untilMillis = trade.demand().untilMillis();
        Pace pace =
                new Pace(
                        System.nanoTime(),
                        System.currentTimeMillis() - untilMillis,
                        trade.compression());
        province.forEach(counter -> counter.sells(pace));
        long untilCopied = pace.untilNanos(untilMillis / COPIED_AFTER, System.nanoTime());
        province.onEach(loop -> loop.twins().forEach(pair -> pair.sells(pace, untilCopied)));
        return untilMillis / 1e3 / trade.compression();
    }

    /** Waits until all are there and all that is written until now is signed for. */
    Standing awaitSynced(String doing) {
        return await(doing, QUIET_SECONDS_MAX, Standing::isAllSynced);
    }

    /** Waits until all is sold and signed for. */
    void awaitOver(double seconds) {
        await("selling", (long) seconds + QUIET_SECONDS_MAX, Standing::isAllOver);
        await("parting those that are there twice", QUIET_SECONDS_MAX, _ -> isParted());
    }

    private boolean isParted() {
        AtomicInteger left = new AtomicInteger();
        province.onEach(loop ->
                loop.twins()
                        .forEach(pair -> {
                            pair.part();
                            left.addAndGet(pair.isSettled() ? 0 : 1);
                        }));
        return left.get() == 0;
    }

    /** Waits until of each counter that still sells something is signed for that is newer. */
    void awaitAllHeardSince(long nanos) {
        long all = province.standing().counters();
        await(
                "working again",
                QUIET_SECONDS_MAX,
                now -> province.signedSince(nanos) == all || now.isAllOver());
    }

    /** The fleet has met nothing that makes a counter doubtful. */
    void requireNoDoubts() {
        web.requireNoDoubts();
    }

    /** Connections of the same cards to somewhere else. */
    Holding holding(InetSocketAddress elsewhere) {
        return new Holding(fleet, cards, List.of(elsewhere));
    }

    /** Takes the network from everybody. */
    void cut() {
        province.forEach(VirtualCounter::isCut);
    }

    /** Gives it back to everybody at once. */
    void mend() {
        province.forEach(VirtualCounter::connects);
    }

    /** What it came to, when all that counts is in the fleet's ledger. */
    Outcome outcome() {
        return outcome(sold -> Books.differences(balancesBefore, web.balances(), sold.balances()));
    }

    /** The same without a look at the ledger, where others sell too. */
    Outcome outcomeOfSome() {
        return outcome(_ -> List.of());
    }

    private Outcome outcome(Function<Takings, List<String>> differences) {
        Standing standing = await("settling", QUIET_SECONDS_MAX, Standing::isAllTold);
        return new Outcome(
                standing,
                differences.apply(standing.takings()),
                Named.read(crowd.clones() == 0 ? "" : web.doubts(), prefix, crowd),
                (System.nanoTime() - beginNanos) / 1e9,
                notes);
    }

    /** What the ledger has too few or too many of. */
    Books.Pieces pieces() {
        return Books.pieces(balancesBefore, web.balances(), province.standing().takings());
    }

    /** Notes how long something took that began then. */
    double took(String what, long sinceNanos) {
        double seconds = (System.nanoTime() - sinceNanos) / 1e9;
        notes.put(what, seconds);
        return seconds;
    }

    void spend(String doing, double seconds) {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        await(doing, (long) seconds + 1, _ -> System.nanoTime() >= until);
    }

    /** Waits until it is so, and goes on after so long. */
    Standing await(String doing, long secondsMax, Predicate<Standing> isSo) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
        Standing standing = province.standing();
        while (!isSo.test(standing) && System.nanoTime() < until) {
            screen.progress(words(doing, standing));
            pause(standing);
            standing = province.standing();
        }
        return standing;
    }

    /** Many are seldom looked at, since it takes the time in which they should work. */
    private static void pause(Standing standing) {
        try {
            Thread.sleep(LOOK_MILLIS * (1 + standing.counters() / COUNTERS_A_LOOK));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private static String words(String doing, Standing now) {
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

    @Override
    public void close() {
        province.close();
        web.close();
    }
}
