package org.assistcounter.fleet.ingest;

import java.time.Clock;
import java.util.regex.Pattern;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.link.Uplink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what is not accepted, by name and with its bytes. */
@Component
public class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int WORDS_MAX = 500;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final RefusedStore store;
    private final Clock clock;

    Refusals(RefusedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param sender null when it is nobody's counter
     */
    Mono<Void> keep(@Nullable Counter sender, Uplink message, String verdict, String reason) {
        LOG.warn("{} of {}: {}, {}", message.suffix(), message.counter(), verdict, words(reason));
        Refused refused =
                new Refused(
                        clock.instant(),
                        message.counter().hex(),
                        message.suffix(),
                        verdict,
                        words(reason));
        String tenant = sender == null ? null : sender.place().tenant();
        return store.add(refused, tenant, message.payload());
    }

    /** A stranger's text may be in it, even characters that a database refuses. */
    static String words(String reason) {
        String cut = reason.length() > WORDS_MAX ? reason.substring(0, WORDS_MAX) : reason;
        return UNPRINTABLE.matcher(cut).replaceAll("?");
    }

    /** The newest of a tenant's counters and of nobody's, newest first. */
    public Flux<Refused> latest(String tenant, int count) {
        return store.latest(tenant, count);
    }

    /** Records that are kept but could not be booked, newest first. */
    public Flux<Refused> suspended(String tenant, int count) {
        return store.suspended(tenant, count);
    }
}
