package org.assistcounter.fleet.dashboards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.trace.LotTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Every slot of a lot, and every sale of it, as files, for whoever has to take it back. */
@Component
public class LotTraceFile {
    private static final List<String> SLOT_COLUMNS =
            List.of(
                    "flow.operator",
                    "flow.counter",
                    "flow.site",
                    "flow.slot",
                    "flow.remains",
                    "flow.delivered",
                    "flow.unproven",
                    "flow.amount",
                    "flow.first",
                    "flow.last");
    private static final List<String> UNIT_COLUMNS =
            List.of(
                    "audit.when",
                    "flow.operator",
                    "flow.counter",
                    "flow.site",
                    "flow.slot",
                    "product.price",
                    "flow.state",
                    "flow.receipt");

    private final Lexicon lexicon;
    private final RegistryWords words;

    LotTraceFile(Lexicon lexicon, RegistryWords words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** The heads of the slots' columns in a language. */
    public List<String> slotsHeader(Locale locale) {
        return header(SLOT_COLUMNS, locale);
    }

    /** The heads of the sales' columns in a language. */
    public List<String> unitsHeader(Locale locale) {
        return header(UNIT_COLUMNS, locale);
    }

    private List<String> header(List<String> columns, Locale locale) {
        Words say = lexicon.words(locale);
        return columns.stream().map(say::say).toList();
    }

    /** Each slot as a row in a language. */
    public List<List<Cell>> slots(List<LotTrace.SlotLine> lines, Locale locale) {
        Told told = words.told(locale);
        return lines.stream().map(line -> row(line, told)).toList();
    }

    /**
     * Each sale as a row in a language.
     *
     * @param tenant whose receipts' codes are in it
     */
    public Flux<List<Cell>> units(Flux<LotTrace.UnitLine> lines, String tenant, Locale locale) {
        Told told = words.told(locale);
        Words say = lexicon.words(locale);
        return lines.map(line ->
                Stream.concat(
                                Stream.of(Cell.text(told.fullTime(line.at()))),
                                Stream.concat(
                                        place(line.stand(), line.slot(), told),
                                        sale(line, tenant, say)))
                        .toList());
    }

    private static List<Cell> row(LotTrace.SlotLine line, Told told) {
        return Stream.concat(
                        place(line.stand(), line.slot(), told),
                        Stream.of(
                                Cell.whole(line.remains()),
                                Cell.whole(line.sums().delivered()),
                                Cell.whole(line.sums().unproven()),
                                Cell.fen(line.sums().amountMinor()),
                                day(line.days().first()),
                                day(line.days().last())))
                .toList();
    }

    private static Stream<Cell> place(LotTrace.Stand stand, int slot, Told told) {
        return Stream.of(
                Cell.text(told.either(stand.operator())),
                Cell.text(stand.label()),
                Cell.text(told.either(stand.site())),
                Cell.whole(slot));
    }

    private static Stream<Cell> sale(LotTrace.UnitLine line, String tenant, Words say) {
        boolean isOwn = line.stand().tenant().equals(tenant);
        return Stream.of(
                Cell.fen(line.price().minor()),
                Cell.text(
                        say.say(
                                line.price().isProven()
                                        ? "flow.is-delivered"
                                        : "flow.is-unproven")),
                isOwn ? Cell.text(line.receiptCode()) : Cell.none());
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.none() : Cell.date(day);
    }
}
