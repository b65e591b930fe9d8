package org.assistcounter.fleet.link;

import org.assistcounter.fleet.link.client.FleetClient;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends to counters. Completion means that the broker has the message, not that the counter has: a
 * counter that is not connected never gets it, and whatever matters is sent again when it says
 * hello.
 */
@Component
public class Downlink {

    private final FleetClient client;

    Downlink(FleetClient client) {
        this.client = client;
    }

    /** Sends to `v1/down/<suffix>/<id>`; an error when the broker cannot be reached. */
    public Mono<Void> publish(CounterId counter, String suffix, byte[] payload) {
        return client.publish(counter, Topics.down(counter, suffix), payload, "");
    }

    /** Answers a question where its asker expects the answer. */
    public Mono<Void> answer(CounterId counter, Uplink.Reply reply, byte[] payload) {
        return client.publish(
                counter, Topics.down(counter, reply.suffix()), payload, reply.correlation());
    }
}
