package org.assistcounter.counter.link;

import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A fleet at the other end of a connection that the test holds in its hands. */
final class PlayedFleet implements FleetConnection {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Map.Entry<String, byte[]>> published = new LinkedBlockingQueue<>();
    private volatile BiConsumer<String, byte[]> receiver = (topic, payload) -> {};
    private volatile Runnable lost = () -> {};
    private final Deque<Long> spreads = new ConcurrentLinkedDeque<>();
    private volatile boolean isOpen;
    private volatile CountDownLatch away = new CountDownLatch(0);

    /** The next message on this topic; older ones on others are passed over. */
    byte[] next(String topic) throws InterruptedException {
        while (true) {
            Map.Entry<String, byte[]> message = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing was published on " + topic);
            }
            if (message.getKey().equals(topic)) {
                return message.getValue();
            }
        }
    }

    /** Over how long it is to come back, as its newest connection was told. */
    long spread() {
        return Objects.requireNonNull(spreads.peekLast());
    }

    void say(String topic, byte[] payload) {
        receiver.accept(topic, payload);
    }

    void cut() {
        isOpen = false;
        lost.run();
    }

    /** Cuts without a word, and does not answer when it is opened again, until it is back. */
    void goAway() {
        away = new CountDownLatch(1);
        isOpen = false;
    }

    void comeBack() {
        away.countDown();
    }

    /** The word of a loss that is over already. */
    void tellLost() {
        lost.run();
    }

    @Override
    public boolean open(long spreadMillis) throws InterruptedException {
        away.await();
        spreads.add(spreadMillis);
        isOpen = true;
        return true;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void publish(String suffix, byte[] payload) {
        if (isOpen) {
            published.add(Map.entry(suffix, payload));
        }
    }

    @Override
    public void onMessage(BiConsumer<String, byte[]> newReceiver) {
        receiver = newReceiver;
    }

    @Override
    public void onLost(Runnable listener) {
        lost = listener;
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
