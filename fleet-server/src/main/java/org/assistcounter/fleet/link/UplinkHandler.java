package org.assistcounter.fleet.link;

import reactor.core.publisher.Mono;

/**
 * Takes every message of every counter. There is one bean of this kind. Messages of one counter
 * come one after another, each after the former's completion; different counters run side by side.
 */
public interface UplinkHandler {

    /**
     * Handles one message without blocking its thread. When it completes, or fails, the broker is
     * told that the message was taken.
     */
    Mono<Void> received(Uplink message);
}
