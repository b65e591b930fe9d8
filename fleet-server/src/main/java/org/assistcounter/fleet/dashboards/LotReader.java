package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.regex.Pattern;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.Lots;
import org.assistcounter.fleet.lots.Place;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.QrPicture;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.protocol.gs1.DigitalLink;
import org.assistcounter.protocol.gs1.ElementString;
import org.assistcounter.protocol.gs1.Gs1;
import org.assistcounter.protocol.gs1.Gtin;
import org.assistcounter.protocol.gs1.LotCode;
import org.assistcounter.protocol.gs1.LotDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a lot for its page, with its codes, and finds the lot of a code that was scanned. */
@Component
public class LotReader {
    /** Long enough to be no name that somebody looks for. */
    private static final Pattern SCAN = Pattern.compile("[0-9]{8,}|https?://.*|[\\]\u001d(（].*");

    private final Lots lots;
    private final Registry registry;
    private final FleetSettings settings;

    LotReader(Lots lots, Registry registry, FleetSettings settings) {
        this.lots = lots;
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * A lot's page.
     *
     * @param codes null where its product has no article number
     * @param places what is offered to whoever moves goods
     */
    public record LotPage(
            Lots.LotFile file,
            @Nullable Codes codes,
            Lots.AtCounters counters,
            List<Place> places) {}

    /** What is printed on a packet: the article, its element string, its link. */
    public record Codes(String article, String elements, String link, QrPicture picture) {}

    /** What somebody typed or scanned into the search. */
    public sealed interface Scanned {

        /** The code of this lot. */
        record Found(Lot.Key key) implements Scanned {}

        /** A code, but wrong. */
        record Wrong(String word) implements Scanned {}

        /** Words to look for. */
        record Words(String words) implements Scanned {}
    }

    /** What a lot's page shows. */
    public Mono<LotPage> read(Operator by, Lot.Key key) {
        return lots.find(by, key)
                .flatMap(file ->
                        Mono.zip(lots.atCounters(by, key), lots.places(by))
                                .map(read ->
                                        new LotPage(
                                                file, codes(file), read.getT1(), read.getT2())));
    }

    private @Nullable Codes codes(Lots.LotFile file) {
        String gtin = file.origin().product().goods().gtin();
        if (gtin.isEmpty()) {
            return null;
        }
        var days = file.lot().days();
        var dates = new LotDates(days.harvested(), days.packed(), days.bestBefore(), null);
        var code = new LotCode(new Gtin(gtin), file.lot().key().code(), null, dates, null, null);
        String link =
                DigitalLink.write(
                        settings.origin().toString().replaceFirst("^http:", "https:"),
                        LotCode.of(code.gtin(), code.lot()));
        return new Codes(
                code.gtin().ean13().orElse(gtin),
                ElementString.bracketed(code),
                link,
                QrPicture.of(link));
    }

    /** What a search is for. */
    public Mono<Scanned> scanned(Operator by, String typed) {
        if (!SCAN.matcher(typed).matches()) {
            return Mono.just(new Scanned.Words(typed));
        }
        return switch (Gs1.read(typed, registry.today().getYear())) {
            case Gs1.Refused refused -> Mono.just(new Scanned.Wrong(refused.word()));
            case Gs1.Read(LotCode code) ->
                    lots.productOf(by, code.gtin().digits())
                            .map(product -> found(product, code.lot()))
                            .defaultIfEmpty(new Scanned.Words(code.gtin().digits()));
        };
    }

    private static Scanned found(String product, @Nullable String lot) {
        return lot == null
                ? new Scanned.Words(product)
                : new Scanned.Found(new Lot.Key(product, lot));
    }
}
