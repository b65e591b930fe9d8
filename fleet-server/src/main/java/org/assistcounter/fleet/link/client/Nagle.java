package org.assistcounter.fleet.link.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Messages on one connection as RFC 896 has them on one of TCP: one that comes alone goes at once;
 * while the other end has not said that it has read what was sent, those that come wait and then go
 * together. A Mosquitto reads one TLS record of each connection in turn, so what thousands of
 * counters wait for must not go in a record each.
 */
final class Nagle<T> {
    /** Some records of TLS; whoever waits is not kept for longer than a few turns. */
    static final int TOGETHER_BYTES_MAX = 64 * 1024;

    /** What a message takes besides its own bytes. */
    private static final int OWN_BYTES = 512;

    private final int waitingBytesMax;
    private final Function<List<T>, Mono<Void>> way;
    private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean isUnderWay;

    /**
     * @param waitingBytesMax what comes beyond is refused
     * @param way sends some together; done when the other end has read them, and never for good
     *     without an end
     */
    Nagle(int waitingBytesMax, Function<List<T>, Mono<Void>> way) {
        this.waitingBytesMax = waitingBytesMax;
        this.way = way;
    }

    /** A message, and who waits for it until he gives up. */
    private record Waiting<T>(
            T message, int bytes, Sinks.Empty<Void> done, AtomicBoolean isGivenUp) {}

    /** Done when the other end has read it; whoever cancels before it went takes it back. */
    Mono<Void> send(T message, int bytes) {
        return Mono.defer(() -> {
            Waiting<T> one =
                    new Waiting<>(message, bytes + OWN_BYTES, Sinks.empty(), new AtomicBoolean());
            if (!offered(one)) {
                return Mono.error(() -> new IllegalStateException("The broker reads too slowly."));
            }
            goOn();
            return one.done().asMono().doOnCancel(() -> one.isGivenUp().set(true));
        });
    }

    private synchronized boolean offered(Waiting<T> one) {
        boolean isRoom = waitingBytes + one.bytes() <= waitingBytesMax;
        if (isRoom) {
            waitingBytes += one.bytes();
            waiting.add(one);
        }
        return isRoom;
    }

    private synchronized List<Waiting<T>> next() {
        List<Waiting<T>> next = new ArrayList<>();
        if (isUnderWay) {
            return next;
        }
        int bytes = 0;
        while (!waiting.isEmpty() && bytes < TOGETHER_BYTES_MAX) {
            Waiting<T> one = waiting.remove();
            waitingBytes -= one.bytes();
            if (!one.isGivenUp().get()) {
                bytes += one.bytes();
                next.add(one);
            }
        }
        isUnderWay = !next.isEmpty();
        return next;
    }

    private void goOn() {
        List<Waiting<T>> next = next();
        if (!next.isEmpty()) {
            Mono.defer(() -> way.apply(next.stream().map(Waiting::message).toList()))
                    .subscribe(_ -> {}, failure -> ended(next, failure), () -> ended(next, null));
        }
    }

    private void ended(List<Waiting<T>> sent, @Nullable Throwable failure) {
        synchronized (this) {
            isUnderWay = false;
        }
        goOn();
        for (Waiting<T> one : sent) {
            var _ = failure == null ? one.done().tryEmitEmpty() : one.done().tryEmitError(failure);
        }
    }
}
