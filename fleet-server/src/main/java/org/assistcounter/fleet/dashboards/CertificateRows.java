package org.assistcounter.fleet.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.assistcounter.fleet.counters.Counter;

/** Says when certificates end. */
final class CertificateRows {
    private final Words words;
    private final Fleet fleet;

    CertificateRows(Words words, Fleet fleet) {
        this.words = words;
        this.fleet = fleet;
    }

    Certificates.Row row(Counter counter) {
        return new Certificates.Row(
                counter.place().label(), new CounterRows(words, fleet).site(counter), end(counter));
    }

    State end(Counter counter) {
        Instant end = counter.keys().endAt();
        if (end == null) {
            return State.off(words.say("certificate.unknown"));
        }
        String day = LocalDate.ofInstant(end, fleet.zone(counter.id().hex())).toString();
        if (!end.isAfter(words.now())) {
            return State.bad(words.say("certificate.ended", day));
        }
        String said =
                words.say("certificate.ends", day, Duration.between(words.now(), end).toDays());
        return end.isAfter(words.now().plus(Counter.RENEWED_BEFORE))
                ? State.good(said)
                : State.watch(said);
    }
}
