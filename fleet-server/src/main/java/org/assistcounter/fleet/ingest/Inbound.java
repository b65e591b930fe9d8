package org.assistcounter.fleet.ingest;

import java.util.Optional;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.link.UplinkHandler;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where every message of every counter comes in. */
@Component
class Inbound implements UplinkHandler {
    private final Counters counters;
    private final JournalDesk journals;
    private final HelloDesk hellos;
    private final QuestionDesk questions;
    private final ReportDesk reports;
    private final Refusals refusals;
    private final IngestLoad load;

    Inbound(
            Counters counters,
            JournalDesk journals,
            HelloDesk hellos,
            QuestionDesk questions,
            ReportDesk reports,
            Refusals refusals,
            IngestLoad load) {
        this.counters = counters;
        this.journals = journals;
        this.hellos = hellos;
        this.questions = questions;
        this.reports = reports;
        this.refusals = refusals;
        this.load = load;
    }

    @Override
    public Mono<Void> received(Uplink message) {
        return load.counted(
                counters.recent(message.counter())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(counter ->
                                counter.isEmpty()
                                        ? refusals.keep(
                                                null, message, "unknown-counter", "not enrolled")
                                        : dispatch(counter.get(), message)));
    }

    /** A broker that others run lets in who is suspended; nothing it says is taken. */
    private Mono<Void> dispatch(Counter counter, Uplink message) {
        if (!counter.mayConnect()) {
            return refusals.keep(counter, message, "suspended-counter", "it may not take part");
        }
        return switch (message.suffix()) {
            case Topics.JOURNAL -> journals.received(counter, message);
            case Topics.HELLO ->
                    hellos.received(counter, message)
                            .flatMap(hello -> reports.greeted(counter, hello));
            case Topics.REPORTED -> reports.received(counter, message);
            case Topics.ASK -> questions.received(counter, message);
            default -> refusals.keep(counter, message, "unknown-topic", message.suffix());
        };
    }
}
