package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.reconciliation.DayStanding;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.DifferenceDesk;
import org.assistcounter.fleet.reconciliation.OpenCount;
import org.assistcounter.fleet.reconciliation.Progress;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.assistcounter.fleet.reconciliation.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads how bills, books and counters agree. */
@Component
public class ReconciliationReader {
    private final Lexicon lexicon;
    private final Reconciliation reconciliation;
    private final People people;

    ReconciliationReader(Lexicon lexicon, Reconciliation reconciliation, People people) {
        this.lexicon = lexicon;
        this.reconciliation = reconciliation;
        this.people = people;
    }

    private record Cell(Source source, LocalDate day) {}

    /** All days and differences, for people of this tenant. */
    public Mono<Compared> read(String tenant, Locale locale) {
        Words words = lexicon.words(locale);
        return Mono.zip(
                        reconciliation.days().collectList(),
                        reconciliation.counts(tenant).collectList(),
                        reconciliation.open(tenant).collectList(),
                        reconciliation.ended(tenant).collectList())
                .flatMap(read ->
                        lexicon.fleet(tenant, mentioned(read.getT3(), read.getT4()))
                                .map(fleet -> {
                                    var rows = new DifferenceRows(words, fleet);
                                    List<Source> sources = List.copyOf(reconciliation.sources());
                                    return new Compared(
                                            sources.stream()
                                                    .map(each -> said(words, each))
                                                    .toList(),
                                            days(
                                                    words,
                                                    sources,
                                                    read.getT1(),
                                                    open(read.getT1(), read.getT2())),
                                            round(words, reconciliation.progress()),
                                            read.getT3().stream().map(rows::row).toList(),
                                            read.getT4().stream().map(rows::row).toList());
                                }));
    }

    private static List<String> mentioned(List<Difference> open, List<Difference> ended) {
        return Stream.concat(open.stream(), ended.stream())
                .flatMap(each -> Stream.ofNullable(each.found().place().counter()))
                .toList();
    }

    /** Running totals have no day: their newest cell has all of them that is open. */
    private static Map<Cell, Long> open(List<DayStanding> standings, List<OpenCount> counts) {
        Map<Cell, Long> open = new HashMap<>();
        counts.forEach(count -> open.put(new Cell(count.source(), count.day()), count.count()));
        long all =
                counts.stream()
                        .filter(count -> count.source() == Source.COUNTERS)
                        .mapToLong(OpenCount::count)
                        .sum();
        if (all > 0) {
            standings.stream()
                    .filter(standing -> standing.source() == Source.COUNTERS)
                    .map(DayStanding::day)
                    .max(LocalDate::compareTo)
                    .ifPresent(newest -> open.put(new Cell(Source.COUNTERS, newest), all));
        }
        return open;
    }

    private static String said(Words words, Source source) {
        return words.say("source." + source.word());
    }

    private static List<Compared.Day> days(
            Words words, List<Source> sources, List<DayStanding> standings, Map<Cell, Long> open) {
        var found = new TreeSet<LocalDate>();
        standings.forEach(standing -> found.add(standing.day()));
        return found.descendingSet().stream()
                .map(day ->
                        new Compared.Day(
                                day.toString(),
                                sources.stream()
                                        .map(source ->
                                                cell(
                                                        words,
                                                        source,
                                                        of(standings, source, day),
                                                        open.get(new Cell(source, day))))
                                        .toList()))
                .toList();
    }

    private static @Nullable DayStanding of(
            List<DayStanding> standings, Source source, LocalDate day) {
        return standings.stream()
                .filter(standing -> standing.source() == source && standing.day().equals(day))
                .findFirst()
                .orElse(null);
    }

    private static Compared.Cell cell(
            Words words, Source source, @Nullable DayStanding standing, @Nullable Long open) {
        List<State> states = new ArrayList<>();
        if (open != null) {
            states.add(State.bad(words.say("compared.open", open)));
        }
        if (standing != null) {
            switch (standing.state()) {
                case COMPARED -> {
                    if (open == null) {
                        states.add(State.good(words.say("compared.agrees")));
                    }
                }
                case WAITING -> states.add(State.off(bill(words, standing)));
                case REFUSED -> states.add(State.watch(bill(words, standing)));
            }
        }
        return new Compared.Cell(said(words, source), states);
    }

    /** What the newest try to have a day's bill came to. */
    static String bill(Words words, DayStanding standing) {
        return switch (standing.state()) {
            case COMPARED -> words.say("compared.agrees");
            case WAITING -> words.say("compared.waiting");
            case REFUSED -> words.say("compared.refused", words.say("fault." + standing.fault()));
        };
    }

    private static Compared.Round round(Words words, @Nullable Progress progress) {
        if (progress == null) {
            return new Compared.Round(false, "", List.of());
        }
        Instant ended = progress.endedAt();
        if (ended != null) {
            String said =
                    words.say("round.ended", words.age(ended), progress.done(), progress.failed());
            return new Compared.Round(false, said, List.of());
        }
        Progress.Step at = progress.at();
        String step = at == null ? "" : said(words, at.source()) + " " + at.day();
        String said =
                words.say(
                        "round.running", progress.done(), progress.left(), progress.failed(), step);
        List<String> bar = new ArrayList<>(Collections.nCopies(progress.done(), "done"));
        bar.addAll(Collections.nCopies(progress.failed(), "failed"));
        bar.addAll(Collections.nCopies(progress.left(), "left"));
        return new Compared.Round(true, said, bar);
    }

    /** One difference; empty when there is none of this number that the reader may see. */
    public Mono<OneDifference> read(Operator operator, long id, Locale locale) {
        Words words = lexicon.words(locale);
        return reconciliation
                .find(operator.tenant(), id)
                .flatMap(difference ->
                        Mono.zip(
                                        lexicon.fleet(
                                                operator.tenant(),
                                                mentioned(List.of(difference), List.of())),
                                        lexicon.zone(operator.tenant()),
                                        people.of(operator.tenant()).collectList())
                                .map(read -> {
                                    var rows = new DifferenceRows(words, read.getT1());
                                    ZoneId zone = read.getT2();
                                    return new OneDifference(
                                            rows.row(difference),
                                            facts(words, difference, zone),
                                            rows.label(difference.found()),
                                            end(words, difference.end(), zone),
                                            ways(words, operator, difference, read.getT3()));
                                }));
    }

    private static OneDifference.Facts facts(Words words, Difference difference, ZoneId zone) {
        var key = difference.key();
        var place = difference.found().place();
        return new OneDifference.Facts(
                said(words, key.source()),
                place.day().toString(),
                key.subject(),
                place.transaction(),
                words.say("difference." + key.kind().word() + ".means"),
                words.time(difference.foundAt(), zone));
    }

    private static OneDifference.End end(Words words, Difference.@Nullable End end, ZoneId zone) {
        if (end == null) {
            return OneDifference.End.OPEN;
        }
        String by = end.by();
        String second = end.secondLook();
        return new OneDifference.End(
                words.time(end.at(), zone),
                by == null ? "" : by,
                by == null ? words.say("difference.found-no-more") : end.reason(),
                second == null ? "" : second);
    }

    private static OneDifference.Ways ways(
            Words words, Operator operator, Difference difference, List<Operator> people) {
        boolean may = operator.may(May.RECONCILE);
        Difference.End end = difference.end();
        boolean isOwn = end != null && operator.login().equals(end.by());
        List<OneDifference.Owner> owners =
                Stream.concat(
                                DifferenceDesk.ROLES.stream()
                                        .sorted()
                                        .map(role ->
                                                new OneDifference.Owner(
                                                        role, words.explain("owner", role))),
                                people.stream()
                                        .map(each ->
                                                new OneDifference.Owner(each.login(), each.name())))
                        .toList();
        return new OneDifference.Ways(
                may && difference.isOpen(), may && difference.awaitsSecondLook() && !isOwn, owners);
    }
}
