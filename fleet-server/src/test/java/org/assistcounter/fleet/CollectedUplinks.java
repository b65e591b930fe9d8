package org.assistcounter.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stands before ingest: keeps what came, takes a moment over the payload `slow`, fails on the
 * payload `fail`, and hands everything else on.
 */
@Component
@Primary
class CollectedUplinks implements UplinkHandler {

    private static final Duration A_MOMENT = Duration.ofMillis(30);

    private final List<Uplink> messages = new CopyOnWriteArrayList<>();
    private final UplinkHandler ingest;

    CollectedUplinks(@Qualifier("inbound") UplinkHandler ingest) {
        this.ingest = ingest;
    }

    @Override
    public Mono<Void> received(Uplink message) {
        String text = TestCounter.text(message.payload());
        if (text.startsWith("fail")) {
            return Mono.error(new IllegalStateException("The test wants it so."));
        }
        Mono<Long> moment = text.startsWith("slow") ? Mono.delay(A_MOMENT) : Mono.just(0L);
        return moment.doOnNext(done -> messages.add(message)).then(ingest.received(message));
    }

    List<Uplink> from(CounterId counter) {
        return messages.stream().filter(message -> message.counter().equals(counter)).toList();
    }
}
