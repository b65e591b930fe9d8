package org.assistcounter.fleet.signatures;

import java.time.Duration;
import org.assistcounter.fleet.ingest.IngestLoad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets one round follow the other, with rests between them in which others have the core. While
 * ingest is heavy it rests on, though not for ever: a fleet that is always busy shall have its
 * signatures looked at too.
 */
@Component
class SignatureTimer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureTimer.class);
    private static final int SLOWER_WHEN_HEAVY = 20;
    private static final Duration ASKS_EVERY = Duration.ofMillis(50);

    private final Signatures signatures;
    private final IngestLoad load;
    private final SignatureSettings settings;
    private final Disposable running;

    SignatureTimer(Signatures signatures, IngestLoad load, SignatureSettings settings) {
        this.signatures = signatures;
        this.load = load;
        this.settings = settings;
        this.running =
                Mono.defer(this::roundAndRest)
                        .repeat()
                        .delaySubscription(settings.every())
                        .subscribe();
    }

    private Mono<Void> roundAndRest() {
        return signatures
                .round()
                .onErrorResume(failure -> {
                    LOG.warn("Signatures could not be looked at: {}", failure.toString());
                    return Mono.just(Signatures.Round.NONE);
                })
                .flatMap(round -> round.records() == 0 ? pause(settings.every()) : rest(round));
    }

    private Mono<Void> rest(Signatures.Round round) {
        return pause(scaled(round.busy(), 1 / settings.share() - 1))
                .then(Mono.defer(() -> load.isHeavy() ? restOn(round) : Mono.empty()));
    }

    private Mono<Void> restOn(Signatures.Round round) {
        return Flux.interval(ASKS_EVERY)
                .takeUntil(_ -> !load.isHeavy())
                .take(scaled(round.busy(), SLOWER_WHEN_HEAVY / settings.share()))
                .then();
    }

    private static Mono<Void> pause(Duration duration) {
        return Mono.delay(duration).then();
    }

    private static Duration scaled(Duration duration, double times) {
        return Duration.ofNanos(Math.round(duration.toNanos() * times));
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
