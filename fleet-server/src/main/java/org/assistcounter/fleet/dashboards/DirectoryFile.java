package org.assistcounter.fleet.dashboards;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assistcounter.fleet.catalogue.Directory;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.County;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public list as programs read it. */
@Component
public class DirectoryFile {
    private static final List<String> COLUMNS =
            List.of(
                    "code",
                    "name",
                    "category",
                    "variety",
                    "county",
                    "supplier",
                    "price",
                    "weight-grams",
                    "season-from",
                    "season-to",
                    "yearly-kilograms",
                    "households",
                    "recognised-until",
                    "sold-lately");

    private final RegistryWords words;
    private final Lexicon lexicon;
    private final Divisions divisions;

    DirectoryFile(RegistryWords words, Lexicon lexicon, Divisions divisions) {
        this.words = words;
        this.lexicon = lexicon;
        this.divisions = divisions;
    }

    /**
     * A recognised product.
     *
     * @param sells price, and how many packets went for it
     */
    public record Line(
            String code,
            Bilingual name,
            Goods goods,
            County county,
            Bilingual supplier,
            Sells sells,
            Supply supply) {}

    /**
     * How it sells.
     *
     * @param priceFen of one packet, in fen
     * @param soldIn30Days packets, at all counters
     */
    public record Sells(long priceFen, long soldIn30Days) {}

    /** What it is. */
    public record Goods(String category, String variety, int weightGrams) {}

    /**
     * How much there is of it.
     *
     * @param seasonFrom month 1 to 12; a season may go over the end of a year
     * @param households that it helps
     * @param recognisedUntil the last day of its recognition
     */
    public record Supply(
            int seasonFrom,
            int seasonTo,
            long yearlyKilograms,
            int households,
            @Nullable LocalDate recognisedUntil) {}

    /** Each as an object. */
    public List<Line> lines(List<Directory.Entry> entries, Map<String, Long> sold) {
        return entries.stream()
                .map(entry -> line(entry, sold.getOrDefault(entry.product().code(), 0L)))
                .toList();
    }

    private Line line(Directory.Entry entry, long sold) {
        var product = entry.product();
        String county = entry.supplier().origin().county();
        return new Line(
                product.code(),
                product.name(),
                new Goods(
                        product.goods().category(),
                        product.goods().variety(),
                        product.goods().weightGrams()),
                new County(county, divisions.name(county, false), divisions.name(county, true)),
                entry.supplier().name(),
                new Sells(product.prices().priceMinor(), sold),
                new Supply(
                        product.supply().fromMonth(),
                        product.supply().toMonth(),
                        product.supply().yearlyKilograms(),
                        product.supply().households(),
                        until(entry)));
    }

    private static @Nullable LocalDate until(Directory.Entry entry) {
        var term = entry.product().recognised().term();
        return term == null ? null : term.until();
    }

    /** The heads of the columns in a language. */
    public List<String> header(Locale locale) {
        Words said = lexicon.words(locale);
        return COLUMNS.stream().map(column -> said.say("directory.column." + column)).toList();
    }

    /** Each as a row in a language. */
    public List<List<Cell>> rows(
            List<Directory.Entry> entries, Map<String, Long> sold, Locale locale) {
        Told told = words.told(locale);
        Words said = lexicon.words(locale);
        return entries.stream()
                .map(entry -> {
                    long packets = sold.getOrDefault(entry.product().code(), 0L);
                    return row(entry, packets, told, said);
                })
                .toList();
    }

    private static List<Cell> row(Directory.Entry entry, long sold, Told told, Words said) {
        var product = entry.product();
        LocalDate until = until(entry);
        return Stream.of(
                        Cell.text(product.code()),
                        Cell.text(told.either(product.name())),
                        Cell.text(said.say("category." + product.goods().category())),
                        Cell.text(product.goods().variety()),
                        Cell.text(told.path(entry.supplier().origin().county())),
                        Cell.text(told.either(entry.supplier().name())),
                        Cell.fen(product.prices().priceMinor()),
                        Cell.whole(product.goods().weightGrams()),
                        Cell.whole(product.supply().fromMonth()),
                        Cell.whole(product.supply().toMonth()),
                        Cell.whole(product.supply().yearlyKilograms()),
                        Cell.whole(product.supply().households()),
                        until == null ? Cell.none() : Cell.date(until),
                        Cell.whole(sold))
                .toList();
    }
}
