package org.assistcounter.fleet.catalogue;

import java.util.List;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Suppliers in files. */
@Component
class SupplierFiles implements Importable<Supplier> {
    private final Registry registry;
    private final RegistryDesk desk;
    private final Divisions divisions;

    SupplierFiles(Registry registry, RegistryDesk desk, Divisions divisions) {
        this.registry = registry;
        this.desk = desk;
        this.divisions = divisions;
    }

    @Override
    public String kind() {
        return "suppliers";
    }

    @Override
    public Sheet<Supplier> sheet() {
        return SupplierSheet.on(registry.today(), divisions, 0);
    }

    @Override
    public Mono<Outcome> put(Operator by, Supplier entry) {
        return registry.supplier(by, entry.id())
                .map(file ->
                        SupplierSheet.row(file.supplier()).equals(SupplierSheet.row(entry))
                                ? Mono.<Outcome>just(new Outcome.Done())
                                : desk.change(by, entry.at(file.supplier().reach().version())))
                .defaultIfEmpty(desk.add(by, entry))
                .flatMap(put -> put);
    }

    @Override
    public Flux<List<Cell>> rows(Operator by, Page.Wish wish) {
        return registry.suppliers(by, wish.whole())
                .flatMapIterable(Page::rows)
                .map(SupplierSheet::row);
    }
}
