package org.assistcounter.virtualcounters;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.assistcounter.protocol.sync.Topics;

/** Connections that are made and held and say nothing, to see what they cost the other side. */
final class Holding implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final int AT_ONCE = 100;
    private static final long PATIENCE_SECONDS = 600;

    private final MultiThreadIoEventLoopGroup threads;
    private final List<CounterLoop> loops = new ArrayList<>();
    private final List<Card> cards;
    private final List<MqttSession> sessions = new ArrayList<>();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong failed = new AtomicLong();

    Holding(FleetKeys fleet, List<Card> cards, List<InetSocketAddress> brokers) {
        this.cards = cards;
        threads = new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
        try {
            Tls tls = new Tls(fleet, cards);
            for (int i = 0; i < LOOPS; i++) {
                loops.add(new CounterLoop(threads.next(), brokers, tls));
            }
        } catch (SSLException e) {
            throw new LoadFailed("TLS cannot be set up", e);
        }
    }

    /** Connects until so many are held; how many seconds that took. */
    double connectUntil(int count) {
        long begin = System.nanoTime();
        for (int number = sessions.size(); number < count; number++) {
            acquire();
            Card card = cards.get(number);
            sessions.add(
                    loops.get(number % LOOPS)
                            .connect(
                                    new Way(card, loops.getFirst().brokers()).next(),
                                    number,
                                    card.id().hex(),
                                    Topics.downlinks(card.id()),
                                    new Holder()));
        }
        awaitOpen(count);
        return (System.nanoTime() - begin) / 1e9;
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new LoadFailed("connections are not made any more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private void awaitOpen(int count) {
        free.acquireUninterruptibly(AT_ONCE);
        free.release(AT_ONCE);
        if (open.get() != count) {
            throw new LoadFailed(
                    "%d of %d connections are held, %d were not made"
                            .formatted(open.get(), count, failed.get()));
        }
    }

    private final class Holder implements MqttSession.Owner {
        private boolean isOpen;

        @Override
        public void opened() {
            isOpen = true;
            open.incrementAndGet();
            free.release();
        }

        @Override
        public void gone(String why) {
            if (isOpen) {
                open.decrementAndGet();
            } else {
                failed.incrementAndGet();
                free.release();
            }
        }

        @Override
        public void heard(String topic, byte[] payload) {}

        @Override
        public void roundTrip(long nanos) {}

        @Override
        public void acknowledged(int reasonCode) {}
    }

    /** How many are held now. */
    int held() {
        return open.get();
    }

    @Override
    public void close() {
        sessions.forEach(MqttSession::cut);
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
