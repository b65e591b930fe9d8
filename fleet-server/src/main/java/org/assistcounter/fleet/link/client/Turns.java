package org.assistcounter.fleet.link.client;

import java.util.function.Function;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Has each message heard {@link InTurn}. Every one is done with once: heard, needless, or left when
 * nobody hears any more.
 */
final class Turns {
    /** Each waits for questions and commits that are many counters' at once (Gathered, Groups). */
    private static final int AT_ONCE = 1_024;

    private final InTurn<Incoming> turns = new InTurn<>(AT_ONCE);
    private final Sinks.Many<Incoming> next = Sinks.many().unicast().onBackpressureBuffer();
    private boolean isClosed;

    private Turns() {}

    /**
     * Until it is cancelled.
     *
     * @param hearing of one message; an error of it ends all
     */
    static Mono<Void> drain(Flux<Incoming> messages, Function<Incoming, Mono<Void>> hearing) {
        return Mono.defer(() -> {
            Turns turns = new Turns();
            return messages.doOnNext(turns::came)
                    .<Void>thenMany(Flux.empty())
                    .mergeWith(turns.heard(hearing))
                    .doFinally(end -> turns.close())
                    .then();
        });
    }

    private Flux<Void> heard(Function<Incoming, Mono<Void>> hearing) {
        return next.asFlux()
                .flatMap(each -> heard(each, hearing), AT_ONCE)
                .doOnDiscard(Incoming.class, each -> each.done().run());
    }

    private Mono<Void> heard(Incoming each, Function<Incoming, Mono<Void>> hearing) {
        return Mono.defer(() -> hearing.apply(each))
                .subscribeOn(Schedulers.parallel())
                .doFinally(end -> done(each));
    }

    private synchronized void came(Incoming incoming) {
        if (isClosed) {
            incoming.done().run();
            return;
        }
        Uplink message = incoming.message();
        boolean isGreeting = message.suffix().equals(Topics.HELLO);
        Incoming needless = turns.came(new InTurn.Said<>(message.counter(), isGreeting, incoming));
        if (needless != null) {
            needless.done().run();
        }
        goOn();
    }

    private void done(Incoming incoming) {
        incoming.done().run();
        goOnAfter(incoming.message().counter());
    }

    private synchronized void goOnAfter(CounterId counter) {
        turns.done(counter);
        goOn();
    }

    private void goOn() {
        for (Incoming each = turns.next(); each != null; each = turns.next()) {
            if (next.tryEmitNext(each).isFailure()) {
                each.done().run();
            }
        }
    }

    private synchronized void close() {
        isClosed = true;
        turns.closed().forEach(each -> each.done().run());
    }
}
