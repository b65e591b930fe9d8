package org.assistcounter.fleet.lots;

import java.util.List;
import org.assistcounter.fleet.catalogue.Importable;
import org.assistcounter.fleet.catalogue.Outcome;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lots in files. */
@Component
class LotFiles implements Importable<Lot> {
    private final Lots lots;
    private final LotDesk desk;

    LotFiles(Lots lots, LotDesk desk) {
        this.lots = lots;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "lots";
    }

    @Override
    public Sheet<Lot> sheet() {
        return LotSheet.of(0);
    }

    @Override
    public Mono<Outcome> put(Operator by, Lot entry) {
        return lots.find(by, entry.key())
                .map(file ->
                        LotSheet.row(file.lot()).equals(LotSheet.row(entry))
                                ? Mono.<Outcome>just(new Outcome.Done())
                                : desk.change(by, entry.at(file.lot().version())))
                .defaultIfEmpty(desk.add(by, entry))
                .flatMap(put -> put);
    }

    @Override
    public Flux<List<Cell>> rows(Operator by, Page.Wish wish) {
        return lots.all(by, wish.whole())
                .flatMapIterable(Page::rows)
                .map(line -> LotSheet.row(line.lot()));
    }
}
