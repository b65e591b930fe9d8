package org.assistcounter.fleet.dashboards;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.signatures.Signatures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the pages of counters that are doubted. */
@Component
public class DoubtReader {
    private static final int MESSAGES_MAX = 50;

    private final Lexicon lexicon;
    private final Doubts doubts;
    private final Refusals refusals;
    private final Signatures signatures;

    DoubtReader(Lexicon lexicon, Doubts doubts, Refusals refusals, Signatures signatures) {
        this.lexicon = lexicon;
        this.doubts = doubts;
        this.refusals = refusals;
        this.signatures = signatures;
    }

    /** All of a tenant. */
    public Mono<Doubted> read(String tenant, Locale locale) {
        Words words = lexicon.words(locale);
        return Mono.zip(
                        doubts.open(tenant).collectList(),
                        doubts.ended(tenant).collectList(),
                        signatures.progress(tenant))
                .flatMap(read ->
                        lexicon.fleet(tenant, mentioned(read.getT1(), read.getT2()))
                                .map(fleet -> new DoubtRows(words, fleet))
                                .map(rows ->
                                        new Doubted(
                                                read.getT1().stream().map(rows::row).toList(),
                                                read.getT2().stream().map(rows::row).toList(),
                                                SignedRows.of(read.getT3(), words, locale))));
    }

    private static List<String> mentioned(List<Doubt> open, List<Doubt> ended) {
        return Stream.concat(open.stream(), ended.stream()).map(Doubt::counter).toList();
    }

    /** One of them; empty when there is none of this number that the reader may see. */
    public Mono<OneDoubt> read(Operator operator, long id, Locale locale) {
        Words words = lexicon.words(locale);
        return doubts.find(operator.tenant(), id)
                .flatMap(doubt ->
                        Mono.zip(
                                lexicon.fleet(operator.tenant(), List.of(doubt.counter())),
                                refusals.of(doubt.counter(), doubt.kind().word(), MESSAGES_MAX)
                                        .collectList(),
                                (fleet, kept) ->
                                        new OneDoubt(
                                                new DoubtRows(words, fleet).row(doubt),
                                                facts(doubt, words, fleet),
                                                messages(kept, words, fleet),
                                                end(doubt, words, fleet),
                                                doubt.isOpen()
                                                        && operator.may(May.DIRECT_COUNTERS))));
    }

    private static OneDoubt.Facts facts(Doubt doubt, Words words, Fleet fleet) {
        ZoneId zone = fleet.zone(doubt.counter());
        return new OneDoubt.Facts(
                words.say("doubt." + doubt.kind().word() + ".means"),
                words.say(
                        doubt.kind().stopsSelling()
                                ? "doubt.meanwhile.stopped"
                                : "doubt.meanwhile.sells"),
                words.explain("reason", doubt.met().reason()),
                words.time(doubt.met().first(), zone),
                words.time(doubt.met().last(), zone));
    }

    private static List<OneDoubt.Message> messages(List<Refused> kept, Words words, Fleet fleet) {
        return kept.stream()
                .map(each ->
                        new OneDoubt.Message(
                                each.id(),
                                words.time(each.at(), fleet.zone(each.counter())),
                                each.topic(),
                                words.explain("reason", each.reason())))
                .toList();
    }

    private static OneDoubt.End end(Doubt doubt, Words words, Fleet fleet) {
        Doubt.End end = doubt.end();
        if (end == null) {
            return OneDoubt.End.OPEN;
        }
        return new OneDoubt.End(
                words.time(end.at(), fleet.zone(doubt.counter())),
                words.say("doubt.ended." + end.how().word()),
                orNothing(end.by()),
                orNothing(end.why()));
    }

    private static String orNothing(@Nullable String words) {
        return words == null ? "" : words;
    }
}
