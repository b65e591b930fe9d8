package org.assistcounter.fleet.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what is not accepted, by name and with its bytes. Of a question only the hash is kept: in
 * whatever shape it is, it may hold a payment code, and that is money.
 */
@Component
public class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int WORDS_MAX = 500;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{6,}");

    private final RefusedStore store;
    private final Doubts doubts;
    private final Clock clock;

    Refusals(RefusedStore store, Doubts doubts, Clock clock) {
        this.store = store;
        this.doubts = doubts;
        this.clock = clock;
    }

    /**
     * @param sender null when it is nobody's counter
     */
    Mono<Void> keep(@Nullable Counter sender, Uplink message, String verdict, String reason) {
        boolean isQuestion = message.suffix().equals(Topics.ASK);
        String said = words(isQuestion ? DIGITS.matcher(reason).replaceAll("…") : reason);
        LOG.atWarn()
                .addKeyValue("counter", message.counter())
                .addKeyValue("verdict", verdict)
                .log("{} is not accepted: {}", message.suffix(), said);
        Refused refused =
                new Refused(
                        0,
                        clock.instant(),
                        message.counter().hex(),
                        message.suffix(),
                        verdict,
                        said);
        String tenant = sender == null ? null : sender.place().tenant();
        byte[] kept = isQuestion ? hash(message.payload()) : message.payload();
        return store.add(refused, tenant, kept).then(doubted(sender, verdict, said));
    }

    private Mono<Void> doubted(@Nullable Counter sender, String verdict, String said) {
        return sender == null
                ? Mono.empty()
                : Mono.justOrEmpty(DoubtKind.of(verdict))
                        .flatMap(kind -> doubts.met(sender, kind, said));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
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

    /** The newest of one counter with a verdict, newest first. */
    public Flux<Refused> of(String counter, String verdict, int count) {
        return store.of(counter, verdict, count);
    }

    /** The exact bytes of what was kept; empty when the tenant has none of this number. */
    public Mono<byte[]> bytes(String tenant, long id) {
        return store.bytes(tenant, id);
    }

    /** The numbers of a counter's records that are kept but could not be booked. */
    public Flux<Long> parkedOf(String counter) {
        return store.parkedOf(counter);
    }

    /** Records that are kept but could not be booked, newest first. */
    public Flux<Refused> suspended(String tenant, int count) {
        return store.suspended(tenant, count);
    }
}
