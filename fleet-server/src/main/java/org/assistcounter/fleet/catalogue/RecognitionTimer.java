package org.assistcounter.fleet.catalogue;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.catalogue.store.ApplicationStore;
import org.assistcounter.fleet.settings.BusinessZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Recognises what was published and nobody objected to, and ends what was not mended in time. All
 * instances do; each application is moved once, since whoever is second sees another version.
 */
@Component
public class RecognitionTimer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RecognitionTimer.class);
    private static final int AT_ONCE = 200;

    private final ApplicationStore applications;
    private final RecognitionDesk desk;
    private final Clock clock;
    private final Disposable running;

    RecognitionTimer(
            ApplicationStore applications,
            RecognitionDesk desk,
            Clock clock,
            @Value("${assistcounter.recognition.every}") Duration every) {
        this.applications = applications;
        this.desk = desk;
        this.clock = clock;
        running =
                Flux.interval(every)
                        .onBackpressureDrop()
                        .concatMap(tick -> look().onErrorResume(RecognitionTimer::told))
                        .subscribe();
    }

    /** Looks once; how many were moved. */
    public Mono<Long> look() {
        return applications
                .elapsed(BusinessZone.day(clock.instant()), AT_ONCE)
                .concatMap(found -> desk.elapse(found).onErrorResume(RecognitionTimer::skipped))
                .filter(isMoved -> isMoved)
                .count();
    }

    /** One that cannot be ended holds up no other. */
    private static Mono<Boolean> skipped(Throwable failure) {
        LOG.warn("An application was not ended; it is tried again.", failure);
        return Mono.just(false);
    }

    private static Mono<Long> told(Throwable failure) {
        LOG.warn("Applications were not looked through; it is tried again.", failure);
        return Mono.just(0L);
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
