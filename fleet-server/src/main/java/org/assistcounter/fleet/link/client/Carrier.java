package org.assistcounter.fleet.link.client;

import org.assistcounter.protocol.identity.CounterId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One way to counters: a broker of ours or of others. */
interface Carrier {

    /** Waits a little for the first connection; another is tried for until {@link #disconnect}. */
    void connect();

    /** Ends it for good. */
    void disconnect();

    /** Whether the broker is there. */
    boolean isConnected();

    /** What counters send, from now on. */
    Flux<Incoming> incoming();

    /**
     * Sends to a counter.
     *
     * @param correlation in hex; empty where there is none
     */
    Mono<Void> publish(CounterId counter, String topic, byte[] payload, String correlation);
}
