package org.assistcounter.fleet.link.client;

import java.time.Clock;
import org.assistcounter.fleet.link.MessageLimit;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the gates inside our own broker do, for what comes by a broker that others run: whose
 * message it is, that broker has checked against the certificate; how much a counter says, and
 * whether it is there, it has not. A flood is dropped here, since nobody can end its connection.
 */
@Component
class OuterDoor {
    private final boolean isOuter;
    private final Presence presence;
    private final MessageLimit limit;
    private final RefusalLog refusals;
    private final Clock clock;

    OuterDoor(
            ExternalSettings external,
            Presence presence,
            MessageLimit limit,
            RefusalLog refusals,
            Clock clock) {
        this.isOuter = !external.hasEmbeddedBroker();
        this.presence = presence;
        this.limit = limit;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Whether this is a word to us, and not the broker's that the counter has gone. */
    boolean isOpen(CounterId counter, String suffix, Object connection) {
        boolean isGone = suffix.equals(Topics.GONE);
        if (isOuter && isGone) {
            presence.went(counter, connection);
        } else if (isOuter) {
            presence.heard(counter, connection);
        }
        return !isGone;
    }

    /** Whether it is not too much. */
    Mono<Boolean> admitted(CounterId counter, String suffix) {
        String topic = Topics.up(counter, suffix);
        if (!isOuter || limit.admits(counter.hex(), topic)) {
            return Mono.just(true);
        }
        var refusal =
                new Refusal(clock.instant(), counter.hex(), topic, Refusal.Reason.TOO_MANY, "");
        return refusals.refused(refusal).thenReturn(false);
    }
}
