package org.assistcounter.virtualcounters;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.assistcounter.protocol.identity.CounterId;

/**
 * All counters of this process on their few event loops. Those whose journal is on disk have a loop
 * of their own, so that a sync holds up none of the others.
 */
final class Province implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup threads;
    private final List<CounterLoop> loops = new ArrayList<>();
    private final CounterLoop onDisk;

    /**
     * @param loopCount for the counters in memory
     */
    Province(FleetKeys fleet, List<Card> cards, int loopCount) {
        threads = new MultiThreadIoEventLoopGroup(loopCount + 1, NioIoHandler.newFactory());
        try {
            Tls tls = new Tls(fleet, cards);
            for (int i = 0; i < loopCount; i++) {
                loops.add(loop(fleet, tls));
            }
            onDisk = loop(fleet, tls);
        } catch (SSLException e) {
            throw new LoadFailed("TLS cannot be set up", e);
        }
        loops.add(onDisk);
    }

    private CounterLoop loop(FleetKeys fleet, Tls tls) {
        EventLoop next = threads.next();
        return new CounterLoop(next, fleet.brokers(), tls);
    }

    /** The loop of a counter whose journal is in memory. */
    CounterLoop loopOf(Card card) {
        return loops.get(card.number() % (loops.size() - 1));
    }

    /** The loop of counters whose journal is on disk. */
    CounterLoop onDisk() {
        return onDisk;
    }

    /** Runs it on each loop, and returns when all have. */
    void onEach(Consumer<CounterLoop> task) {
        List<CompletableFuture<Void>> all =
                loops.stream()
                        .map(loop -> CompletableFuture.runAsync(() -> task.accept(loop), loop::run))
                        .toList();
        all.forEach(CompletableFuture::join);
    }

    /** Runs it for each counter on its loop, and returns when that is done. */
    void forEach(Consumer<VirtualCounter> task) {
        onEach(loop -> loop.counters().forEach(task));
    }

    /** How everything stands now. */
    Standing standing() {
        Standing standing = new Standing();
        onEach(loop -> {
            synchronized (standing) {
                standing.add(loop);
            }
        });
        return standing;
    }

    /** Of how many counters something is signed for that was written since then. */
    long signedSince(long nanos) {
        LongAdder count = new LongAdder();
        forEach(counter -> count.add(counter.isSignedSince(nanos) ? 1 : 0));
        return count.sum();
    }

    /** How many sell by a newer state than they did. */
    long sellingAbove(Map<CounterId, Long> revisions) {
        LongAdder count = new LongAdder();
        forEach(counter -> {
            boolean isNewer =
                    counter.desired().revision() > revisions.getOrDefault(counter.id(), 0L);
            count.add(isNewer ? 1 : 0);
        });
        return count.sum();
    }

    /** By which revision each sells. */
    Map<CounterId, Long> revisions() {
        Map<CounterId, Long> revisions = new ConcurrentHashMap<>();
        forEach(counter -> revisions.put(counter.id(), counter.desired().revision()));
        return revisions;
    }

    @Override
    public void close() {
        onEach(loop -> {
            loop.hostiles().forEach(Hostile::stops);
            loop.twins().forEach(Twins::stops);
        });
        forEach(counter -> {
            counter.isCut();
            counter.store().close();
        });
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
