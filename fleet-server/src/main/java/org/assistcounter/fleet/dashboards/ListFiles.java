package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assistcounter.fleet.catalogue.Application;
import org.assistcounter.fleet.catalogue.Exclusion;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.RecognitionFiles;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.lots.Inspection;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.Lots;
import org.assistcounter.fleet.lots.Movement;
import org.assistcounter.fleet.lots.Place;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of the registry that leave as files and never come in: all lines of what a page shows. */
@Component
public class ListFiles {
    private static final List<String> MOVEMENTS =
            List.of(
                    "audit.when",
                    "move.from",
                    "file.from-place",
                    "move.to",
                    "file.to-place",
                    "lot.quantity",
                    "move.reason",
                    "audit.by");
    private static final List<String> APPLICATIONS =
            List.of(
                    "recognition.stage",
                    "recognition.which.late",
                    "product",
                    "product.code",
                    "county",
                    "recognition.kind",
                    "recognition.due");
    private static final List<String> INSPECTIONS =
            List.of(
                    "inspections.taken",
                    "product.code",
                    "lot",
                    "inspections.result",
                    "inspections.laboratory",
                    "inspections.report",
                    "inspections.findings");
    private static final List<String> EXCLUSIONS =
            List.of(
                    "blacklist.state",
                    "blacklist.who",
                    "product.code",
                    "county",
                    "blacklist.grounds",
                    "blacklist.why",
                    "blacklist.by",
                    "file.office",
                    "audit.when",
                    "blacklist.appeal.do",
                    "blacklist.answer.do");

    private final RecognitionFiles recognition;
    private final Registry registry;
    private final Lots lots;
    private final Lexicon lexicon;
    private final RegistryWords words;

    ListFiles(
            RecognitionFiles recognition,
            Registry registry,
            Lots lots,
            Lexicon lexicon,
            RegistryWords words) {
        this.recognition = recognition;
        this.registry = registry;
        this.lots = lots;
        this.lexicon = lexicon;
        this.words = words;
    }

    /** A list, with the heads of its columns. */
    public record ListFile(List<String> header, List<List<Cell>> rows) {}

    /** The words of what can be asked for besides what can be imported. */
    public List<String> kinds() {
        return List.of("blacklist", "inspections", "recognition");
    }

    /** A list as somebody sees it and asks for it; empty when there is no such list. */
    public Mono<ListFile> find(Operator by, String kind, Page.Wish wish, Locale locale) {
        var all = wish.whole();
        return switch (kind) {
            case "recognition" ->
                    recognition
                            .queue(by, all)
                            .map(queue ->
                                    file(
                                            APPLICATIONS,
                                            queue.page().rows(),
                                            locale,
                                            rowOf(queue.names(words.told(locale)::either))));
            case "inspections" ->
                    lots.samples(by, all)
                            .map(found ->
                                    file(
                                            INSPECTIONS,
                                            found.page().rows(),
                                            locale,
                                            ListFiles::sample));
            case "blacklist" ->
                    registry.exclusions(by, all)
                            .map(found ->
                                    file(EXCLUSIONS, found.rows(), locale, ListFiles::exclusion));
            default -> Mono.empty();
        };
    }

    /** All movements of a lot that somebody sees; empty where they do not see the lot. */
    public Mono<ListFile> movements(Operator by, Lot.Key lot, Locale locale) {
        return lots.movements(by, lot)
                .map(found -> file(MOVEMENTS, found, locale, ListFiles::movement));
    }

    /** Who reads it. */
    private record Reader(Words words, Told told) {}

    private <T> ListFile file(
            List<String> columns,
            List<T> lines,
            Locale locale,
            BiFunction<T, Reader, Stream<Cell>> row) {
        var reader = new Reader(lexicon.words(locale), words.told(locale));
        return new ListFile(
                columns.stream().map(reader.words::say).toList(),
                lines.stream().map(line -> row.apply(line, reader).toList()).toList());
    }

    private static Stream<Cell> movement(Movement line, Reader reader) {
        return Stream.of(
                Cell.text(reader.told.fullTime(line.done().at())),
                kind(line.way().from(), reader),
                Cell.text(line.way().from().name()),
                kind(line.way().to(), reader),
                Cell.text(line.way().to().name()),
                Cell.whole(line.quantity()),
                Cell.text(line.reason()),
                Cell.text(line.done().login()));
    }

    private static Cell kind(Place place, Reader reader) {
        return Cell.text(reader.words.say("place." + place.kind().word()));
    }

    private static BiFunction<Application, Reader, Stream<Cell>> rowOf(Map<String, String> names) {
        return (line, reader) -> {
            String code = line.subject().product();
            boolean isLate = line.isLate(reader.told.getToday());
            String kind = line.isRenewal() ? "recognition.renewal" : "recognition.first";
            return Stream.of(
                    Cell.text(reader.words.say("stage." + line.stage().word())),
                    Cell.text(reader.words.say(isLate ? "registry.yes" : "registry.no")),
                    Cell.text(names.getOrDefault(code, code)),
                    Cell.text(code),
                    Cell.text(reader.told.place(line.subject().county())),
                    Cell.text(reader.words.say(kind)),
                    line.stage().isOpen() ? Cell.date(line.due()) : Cell.none());
        };
    }

    private static Stream<Cell> sample(Inspection line, Reader reader) {
        String result = line.hasPassed() ? "passed" : "failed";
        return Stream.of(
                Cell.date(line.taken()),
                Cell.text(line.lot().product()),
                Cell.text(line.lot().code()),
                Cell.text(reader.words.say("inspections.which." + result)),
                Cell.text(line.report().laboratory()),
                Cell.text(line.report().number()),
                Cell.text(line.findings()));
    }

    private static Stream<Cell> exclusion(Exclusion.Line line, Reader reader) {
        var found = line.exclusion();
        var about = found.subject();
        var by = found.why().found().by();
        var answer = found.answer();
        return Stream.of(
                Cell.text(reader.words.say("blacklist.which." + state(found))),
                Cell.text(reader.told.either(line.name())),
                Cell.text(about.product().isEmpty() ? about.supplier() : about.product()),
                Cell.text(reader.told.place(about.kept().county())),
                Cell.text(reader.words.say("grounds." + found.why().grounds().word())),
                Cell.text(found.why().found().words()),
                Cell.text(by.login()),
                Cell.text(reader.told.place(by.office())),
                Cell.text(reader.told.fullTime(by.at())),
                Cell.text(found.appeal() == null ? "" : found.appeal().words()),
                Cell.text(answer == null ? "" : answer.why().words()));
    }

    private static String state(Exclusion found) {
        if (!found.isOn()) {
            return "lifted";
        }
        return found.isAppealed() ? "appealed" : "on";
    }
}
