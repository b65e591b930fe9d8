package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.number;

import java.time.LocalDate;
import org.assistcounter.fleet.catalogue.Directory;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Sphere;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads products for everybody. */
@Repository
public class DirectoryStore {
    private static final String RECOGNISED =
            """
             where p.recognised_since <= :today and p.recognised_until >= :today
               and not x.is_excluded and s.county_code like :within
               and (:words = '' or p.name_zh ilike '%' || :words || '%'
                    or p.name_en ilike '%' || :words || '%'
                    or p.variety ilike '%' || :words || '%'
                    or s.name_zh ilike '%' || :words || '%'
                    or s.name_en ilike '%' || :words || '%')
               and (:category = '' or p.category = :category)
               and (:month = 0
                    or case when p.season_from <= p.season_to
                            then :month between p.season_from and p.season_to
                            else :month >= p.season_from or :month <= p.season_to end)
            """;

    private final DatabaseClient database;

    DirectoryStore(DatabaseClient database) {
        this.database = database;
    }

    /** Those that are recognised on a day and that somebody looks for, by county and code. */
    public Flux<RegisteredProduct> recognised(Directory.Wish wish, LocalDate today) {
        return looked(
                        ProductStore.PRODUCTS
                                + RECOGNISED
                                + """
                                 order by s.county_code, p.product_code
                                 offset :skip limit :count
                                """,
                        wish,
                        today)
                .bind("skip", wish.page().skip())
                .bind("count", wish.page().count())
                .map(ProductStore::product)
                .all();
    }

    /** How many there are of them. */
    public Mono<Long> countRecognised(Directory.Wish wish, LocalDate today) {
        return looked("select count(*) as n" + ProductStore.JOINED + RECOGNISED, wish, today)
                .map(row -> number(row, "n"))
                .one();
    }

    private GenericExecuteSpec looked(String sql, Directory.Wish wish, LocalDate today) {
        return database.sql(sql)
                .bind("within", Sphere.pattern(wish.page().within()))
                .bind("words", wish.page().pattern())
                .bind("category", wish.category())
                .bind("month", wish.month())
                .bind("today", today);
    }

    /** The one of an article number. */
    public Mono<RegisteredProduct> ofGtin(String gtin) {
        return database.sql(ProductStore.PRODUCTS + " where p.gtin = :gtin and p.gtin <> ''")
                .bind("gtin", gtin)
                .map(ProductStore::product)
                .one();
    }
}
