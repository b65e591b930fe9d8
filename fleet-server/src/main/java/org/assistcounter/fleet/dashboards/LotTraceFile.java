package org.assistcounter.fleet.dashboards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.trace.LotTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every slot of a lot as a file, for whoever has to take it back. */
@Component
public class LotTraceFile {
    private static final List<String> COLUMNS =
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

    private final Lexicon lexicon;

    LotTraceFile(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The heads of the columns in a language. */
    public List<String> header(Locale locale) {
        Words words = lexicon.words(locale);
        return COLUMNS.stream().map(words::say).toList();
    }

    /** Each slot as a row in a language. */
    public List<List<Cell>> rows(List<LotTrace.SlotLine> lines, Locale locale) {
        Words words = lexicon.words(locale);
        return lines.stream().map(line -> row(line, words)).toList();
    }

    private static List<Cell> row(LotTrace.SlotLine line, Words words) {
        return Stream.of(
                        Cell.text(line.stand().tenant()),
                        Cell.text(line.stand().label()),
                        Cell.text(words.either(line.stand().site())),
                        Cell.whole(line.slot()),
                        Cell.whole(line.remains()),
                        Cell.whole(line.sums().delivered()),
                        Cell.whole(line.sums().unproven()),
                        Cell.fen(line.sums().amountMinor()),
                        day(line.days().first()),
                        day(line.days().last()))
                .toList();
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.none() : Cell.date(day);
    }
}
