package org.assistcounter.fleet.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.assistcounter.fleet.counters.store.ServiceVisitStore;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who looked after a counter, as its journal tells. A code is of a counter and not of a person, so
 * a visit says that somebody with the code was there, and never who.
 */
@Service
public class ServiceVisits {
    private final ServiceVisitStore store;

    ServiceVisits(ServiceVisitStore store) {
        this.store = store;
    }

    /** Where a fact is from. */
    public record Origin(String tenant, String counter, Instant at) {}

    /**
     * A visit.
     *
     * @param endedAt null while somebody is signed in, or the counter has not told yet
     * @param wrongCodes how many were wrong before it
     */
    public record Visit(
            Instant signedInAt,
            @Nullable Instant endedAt,
            String endedBy,
            int wrongCodes,
            Work work) {}

    /** What was done. */
    public record Work(int slotsOn, int locksLifted) {}

    /** Wrong codes since the last sign-in; the pause begins with the newest. */
    public record WrongCodes(int count, Instant newestAt, Duration pause) {}

    /** A fact, and where it is from. */
    public record Told(Origin origin, Fact fact) {
        private boolean isOfAVisit() {
            return switch (fact) {
                case Fact.ServiceSigned _, Fact.ServiceRefused _ -> true;
                case Fact.SlotSwitched f -> f.on();
                case Fact.ColdChainSwitched f -> !f.locked();
                case Fact _ -> false;
            };
        }
    }

    /** Takes note of facts in their order, in the caller's transaction; most are of no visit. */
    public Mono<Void> follow(Collection<Told> told) {
        List<Told> visits = told.stream().filter(Told::isOfAVisit).toList();
        return Flux.fromIterable(visits)
                .concatMap(each -> follow(each.origin(), each.fact()))
                .then();
    }

    private Mono<Void> follow(Origin origin, Fact fact) {
        return switch (fact) {
            case Fact.ServiceSigned f when f.in() -> store.begin(origin);
            case Fact.ServiceSigned f -> store.end(origin, f.reason());
            case Fact.ServiceRefused f -> store.refuse(origin, f);
            case Fact.SlotSwitched f when f.on() -> store.work(origin, 1, 0);
            case Fact.ColdChainSwitched f when !f.locked() -> store.work(origin, 0, 1);
            case Fact _ -> Mono.empty();
        };
    }

    /** The newest visits of a counter. */
    public Flux<Visit> newest(CounterId counter, int most) {
        return store.newest(counter.hex(), most);
    }

    /** The wrong codes that nobody has followed by a right one; empty when there are none. */
    public Mono<WrongCodes> wrongCodes(CounterId counter) {
        return store.wrongCodes(counter.hex());
    }
}
