package org.assistcounter.fleet.dashboards.web;

import java.time.Duration;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.ingest.Commits;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells open pages that something was committed, that a counter came or went, or that a comparison
 * went on. It says only that, never what: a page that missed ten words and heard one draws itself
 * again and is right. The stream ends after some minutes, so that the browser comes again and its
 * session is looked at, and within seconds for whoever is kept out: their open page goes then too.
 */
@RestController
@PreAuthorize("hasAuthority('SEE_FLEET')")
class LiveEndpoint {
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(200);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(5);
    private static final String OVER = "over";

    private static final int CHANGES_MAX = 64;

    private final Commits commits;
    private final Connected connected;
    private final Counters counters;
    private final Reconciliation reconciliation;
    private final People people;

    LiveEndpoint(
            Commits commits,
            Connected connected,
            Counters counters,
            Reconciliation reconciliation,
            People people) {
        this.commits = commits;
        this.connected = connected;
        this.counters = counters;
        this.reconciliation = reconciliation;
        this.people = people;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> live(
            @AuthenticationPrincipal Operator operator, HttpMethod method) {
        if (method.equals(HttpMethod.HEAD)) {
            return Flux.empty();
        }
        Flux<ServerSentEvent<String>> news =
                Flux.merge(committed(operator), cameOrWent(operator), compared())
                        .sample(AT_MOST_EVERY)
                        .map(what -> event("commit", what))
                        .onBackpressureLatest();
        Flux<ServerSentEvent<String>> beats =
                Flux.interval(Duration.ZERO, HEARTBEAT)
                        .onBackpressureDrop()
                        .map(tick -> event("beat", ""));
        return Flux.merge(news, beats, over(operator))
                .takeUntil(event -> OVER.equals(event.event()))
                .take(LENGTH);
    }

    /** Comes when the listener may see nothing here any more. */
    private Flux<ServerSentEvent<String>> over(Operator operator) {
        return Flux.interval(LOOKED_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> isOver(operator).onErrorReturn(false))
                .filter(isOver -> isOver)
                .map(isOver -> event(OVER, ""));
    }

    private Mono<Boolean> isOver(Operator operator) {
        return people.find(operator.login())
                .map(now -> !now.may(May.SEE_FLEET))
                .defaultIfEmpty(true);
    }

    private Flux<String> committed(Operator operator) {
        return commits.heard()
                .filter(commit -> commit.tenant().equals(operator.tenant()))
                .map(commit -> commit.counter().hex() + "/" + commit.seq());
    }

    private Flux<String> cameOrWent(Operator operator) {
        return connected
                .changes()
                .onBackpressureBuffer(CHANGES_MAX, BufferOverflowStrategy.DROP_OLDEST)
                .concatMap(id -> counters.find(id).onErrorComplete())
                .filter(counter -> counter.place().tenant().equals(operator.tenant()))
                .map(counter -> counter.id().hex() + "/" + counter.lastSeq());
    }

    private Flux<String> compared() {
        return reconciliation
                .heard()
                .onBackpressureLatest()
                .map(progress -> "reconciliation/" + progress.done());
    }

    private static ServerSentEvent<String> event(String name, String data) {
        return ServerSentEvent.<String>builder(data).event(name).build();
    }
}
