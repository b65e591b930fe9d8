package org.assistcounter.fleet.ingest;

import java.nio.charset.StandardCharsets;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.link.Downlink;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends what the sync lane answers. A lost answer costs the counter a retry, so none is an error.
 */
@Component
class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final Downlink downlink;
    private final Evidence evidence;
    private final ReconnectSpread spread;

    Replies(Downlink downlink, Evidence evidence, ReconnectSpread spread) {
        this.downlink = downlink;
        this.evidence = evidence;
        this.spread = spread;
    }

    Mono<Void> checkpoint(ChainHead head) {
        byte[] note = evidence.checkpoint(head).getBytes(StandardCharsets.UTF_8);
        return send(head.counter(), Topics.CHECKPOINT, note);
    }

    Mono<Void> sync(CounterId counter, SyncAnswer answer) {
        Mono<SyncAnswer> whole =
                switch (answer) {
                    case SyncAnswer.Resume resume ->
                            spread.millis()
                                    .map(wait -> new SyncAnswer.Resume(resume.fromSeq(), wait));
                    case SyncAnswer.Wait wait -> Mono.just(wait);
                };
        return whole.flatMap(said -> send(counter, Topics.SYNC, SyncAnswer.encode(said)));
    }

    Mono<Void> send(CounterId counter, String suffix, byte[] payload) {
        return downlink.publish(counter, suffix, payload)
                .onErrorResume(failure -> {
                    LOG.atInfo()
                            .addKeyValue("counter", counter)
                            .log("{} was not sent: {}", suffix, failure.toString());
                    return Mono.empty();
                });
    }
}
