package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.nio.ByteBuffer;
import org.assistcounter.fleet.catalogue.Paper;
import org.assistcounter.fleet.catalogue.PaperKind;
import org.assistcounter.fleet.catalogue.Step;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps papers of products in the table `catalogue_paper`. */
@Repository
public class PaperStore {
    private final DatabaseClient database;

    PaperStore(DatabaseClient database) {
        this.database = database;
    }

    /** What a paper says of itself. */
    public record Head(String product, PaperKind kind, String name, String mediaType) {}

    /** Adds one; whether it was not there yet. */
    public Mono<Boolean> add(Head head, byte[] hash, byte[] content, Step.By by) {
        return database.sql(
                        """
                        insert into catalogue_paper (product_code, kind, name, media_type, hash,
                               content, added_by, added_at)
                        values (:product, :kind, :name, :media, :hash, :content, :by, :at)
                        on conflict (product_code, kind, hash) do nothing
                        """)
                .bind("product", head.product())
                .bind("kind", head.kind().word())
                .bind("name", head.name())
                .bind("media", head.mediaType())
                .bind("hash", hash)
                .bind("content", content)
                .bind("by", by.login())
                .bind("at", by.at())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** All of a product, the newest first. */
    public Flux<Paper> of(String product) {
        return database.sql(
                        """
                        select paper_id, kind, name, media_type, length(content)::bigint as bytes,
                               added_by, added_at
                          from catalogue_paper
                         where product_code = :product order by paper_id desc
                        """)
                .bind("product", product)
                .map(row ->
                        new Paper(
                                number(row, "paper_id"),
                                PaperKind.of(text(row, "kind")),
                                text(row, "name"),
                                text(row, "media_type"),
                                number(row, "bytes"),
                                new Step.By(text(row, "added_by"), "", moment(row, "added_at"))))
                .all();
    }

    /** What one of a product contains. */
    public Mono<ByteBuffer> content(String product, long id) {
        return database.sql(
                        """
                        select content from catalogue_paper
                         where product_code = :product and paper_id = :id
                        """)
                .bind("product", product)
                .bind("id", id)
                .map(row -> required(row, "content", ByteBuffer.class))
                .one();
    }
}
