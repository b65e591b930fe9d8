package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.LocalDate;
import org.assistcounter.fleet.catalogue.Mark;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps marks in the table `catalogue_mark`. */
@Repository
public class MarkStore {
    private final DatabaseClient database;

    MarkStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one, or makes one good for longer; whether it says anything new. */
    public Mono<Boolean> add(String product, Mark mark) {
        return database.sql(
                        """
                        insert into catalogue_mark (product_code, kind, number, good_until)
                        values (:product, :kind, :number, :until)
                        on conflict (product_code, kind, number)
                        do update set good_until = excluded.good_until
                            where catalogue_mark.good_until < excluded.good_until
                        """)
                .bind("product", product)
                .bind("kind", mark.kind().word())
                .bind("number", mark.number())
                .bind("until", mark.until())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** All of a product. */
    public Flux<Mark> of(String product) {
        return database.sql(
                        """
                        select kind, number, good_until from catalogue_mark
                         where product_code = :product order by kind, number
                        """)
                .bind("product", product)
                .map(row ->
                        new Mark(
                                Mark.Kind.of(text(row, "kind")),
                                text(row, "number"),
                                required(row, "good_until", LocalDate.class)))
                .all();
    }
}
