package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.trace.CountyTrace;
import org.assistcounter.fleet.trace.Sums;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What was sold of a county as a file: each product at each site. */
@Component
public class CountySalesFile {
    private static final List<String> COLUMNS =
            List.of(
                    "product.code",
                    "product",
                    "supplier",
                    "flow.operator",
                    "flow.district",
                    "flow.site",
                    "flow.delivered",
                    "flow.unproven",
                    "flow.amount",
                    "flow.share");

    private final Lexicon lexicon;
    private final RegistryWords words;

    CountySalesFile(Lexicon lexicon, RegistryWords words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** The heads of the columns in a language. */
    public List<String> header(Locale locale) {
        Words say = lexicon.words(locale);
        return COLUMNS.stream().map(say::say).toList();
    }

    /** Each line as a row in a language. */
    public Flux<List<Cell>> rows(Flux<CountyTrace.SoldLine> lines, Locale locale) {
        Told told = words.told(locale);
        return lines.map(line -> row(line, told));
    }

    private static List<Cell> row(CountyTrace.SoldLine line, Told told) {
        Sums sums = line.product().income().sums();
        return Stream.of(
                        Cell.text(line.product().code()),
                        Cell.text(told.either(line.product().name())),
                        Cell.text(told.either(line.product().supplier().name())),
                        Cell.text(told.either(line.site().operator())),
                        Cell.text(told.path(line.division())),
                        Cell.text(told.either(line.site().name())),
                        Cell.whole(sums.delivered()),
                        Cell.whole(sums.unproven()),
                        Cell.fen(sums.amountMinor()),
                        Cell.fen(line.product().income().shareMinor()))
                .toList();
    }
}
