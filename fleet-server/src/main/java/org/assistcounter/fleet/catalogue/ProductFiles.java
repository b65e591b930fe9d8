package org.assistcounter.fleet.catalogue;

import java.util.List;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products in files. */
@Component
class ProductFiles implements Importable<RegisteredProduct> {
    private final Registry registry;
    private final RegistryDesk desk;

    ProductFiles(Registry registry, RegistryDesk desk) {
        this.registry = registry;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "products";
    }

    @Override
    public Sheet<RegisteredProduct> sheet() {
        return ProductSheet.of(0);
    }

    @Override
    public Mono<Outcome> put(Operator by, RegisteredProduct entry) {
        return registry.product(by, entry.code())
                .map(file ->
                        ProductSheet.row(file.product()).equals(ProductSheet.row(entry))
                                ? Mono.<Outcome>just(new Outcome.Done())
                                : desk.change(by, entry.at(file.product().recognised().version())))
                .defaultIfEmpty(desk.add(by, entry))
                .flatMap(put -> put);
    }

    @Override
    public Flux<List<Cell>> rows(Operator by, Page.Wish wish) {
        return registry.products(by, wish.whole())
                .flatMapIterable(Page::rows)
                .map(ProductSheet::row);
    }
}
