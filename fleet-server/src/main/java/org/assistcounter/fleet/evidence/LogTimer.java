package org.assistcounter.fleet.evidence;

import org.assistcounter.fleet.shards.Shards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets the log grow every few seconds, on one instance. What fails is taken in the next time:
 * nothing is lost.
 */
@Component
class LogTimer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LogTimer.class);

    private final Disposable running;

    LogTimer(FleetLog log, LogSettings settings, Shards shards) {
        this.running =
                Flux.interval(settings.every())
                        .onBackpressureDrop()
                        .concatMap(
                                tick ->
                                        shards.onFirst(log.grow())
                                                .onErrorResume(failure -> {
                                                    LOG.warn(
                                                            "The log did not grow: {}",
                                                            failure.toString());
                                                    return Mono.empty();
                                                }),
                                1)
                        .subscribe();
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
