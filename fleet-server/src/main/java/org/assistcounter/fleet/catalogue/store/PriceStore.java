package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.catalogue.PriceChange;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Step;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads the table `catalogue_price`, which a trigger keeps. */
@Repository
public class PriceStore {
    private final DatabaseClient database;

    PriceStore(DatabaseClient database) {
        this.database = database;
    }

    /** What a product cost when, the newest first. */
    public Flux<PriceChange> of(String product) {
        return database.sql(
                        """
                        select price_minor, ceiling_minor, supplier_minor, changed_by, changed_at
                          from catalogue_price
                         where product_code = :product order by number desc
                        """)
                .bind("product", product)
                .map(row ->
                        new PriceChange(
                                new RegisteredProduct.Prices(
                                        number(row, "price_minor"),
                                        number(row, "ceiling_minor"),
                                        number(row, "supplier_minor")),
                                new Step.By(
                                        text(row, "changed_by"), "", moment(row, "changed_at"))))
                .all();
    }
}
