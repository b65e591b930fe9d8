package org.assistcounter.fleet.dashboards;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.AuditCheck;
import org.assistcounter.fleet.operators.AuditLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the audit of a tenant. */
@Component
public class AuditReader {
    private static final int ROWS = 100;

    private final Lexicon lexicon;
    private final Audit audit;

    AuditReader(Lexicon lexicon, Audit audit) {
        this.lexicon = lexicon;
        this.audit = audit;
    }

    /**
     * Which lines are wanted.
     *
     * @param below only lines with a smaller number
     * @param about only lines whose person, action or subject this is; empty for all
     * @param isChecked whether the chain is worked out again
     */
    public record Query(long below, String about, boolean isChecked) {}

    /** A page of it. */
    public Mono<Audited> read(String tenant, Query query, Locale locale) {
        Words words = lexicon.words(locale);
        Mono<Optional<State>> check =
                query.isChecked()
                        ? audit.check(tenant).map(done -> Optional.of(verdict(done, words)))
                        : Mono.just(Optional.empty());
        return Mono.zip(
                        lexicon.zone(tenant),
                        audit.newest(tenant, query.below(), query.about(), ROWS).collectList(),
                        audit.length(tenant),
                        check)
                .map(read ->
                        drawn(
                                new Rowing(words, read.getT1()),
                                read.getT2(),
                                Money.pieces(read.getT3()),
                                query.about(),
                                read.getT4().orElse(null)));
    }

    private record Rowing(Words words, ZoneId zone) {

        Audited.Row row(AuditLine line) {
            var deed = line.deed();
            return new Audited.Row(
                    line.number(),
                    new Rows.When(words.time(line.at(), zone), line.at().toString()),
                    line.by(),
                    new Audited.What(
                            deed.action(),
                            words.explain("audit.action", deed.action()),
                            deed.subject(),
                            deed.detail()),
                    line.hash());
        }
    }

    private static Audited drawn(
            Rowing rowing, List<AuditLine> lines, String all, String about, @Nullable State check) {
        long last = lines.isEmpty() ? 0 : lines.getLast().number();
        return new Audited(
                lines.stream().map(rowing::row).toList(),
                all,
                about,
                lines.size() == ROWS && last > 1 ? last : 0,
                check);
    }

    private static State verdict(AuditCheck done, Words words) {
        return done.broken() == 0
                ? State.good(words.say("audit.whole", Money.pieces(done.number()), done.hash()))
                : State.bad(words.say("audit.broken", Money.pieces(done.broken())));
    }
}
