package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads long journals page by page, so that neither side holds more than one of them. */
@Repository
public class RecordPages {

    private final DatabaseClient database;

    RecordPages(DatabaseClient database) {
        this.database = database;
    }

    /** Some records in their exact bytes, and the number of the first. */
    public record Page(long firstSeq, List<byte[]> records) {
        private long lastSeq() {
            return firstSeq + records.size() - 1;
        }
    }

    /** The records from first to last. The next page is asked for when the last was taken. */
    public Flux<Page> of(CounterId counter, long first, long last, int size) {
        return page(counter, first, last, size)
                .expand(
                        page ->
                                page.lastSeq() < last
                                        ? page(counter, page.lastSeq() + 1, last, size)
                                        : Mono.empty(),
                        1);
    }

    private Mono<Page> page(CounterId counter, long first, long last, int size) {
        return database.sql(
                        """
                        select bytes from evidence_record
                         where counter_id = :counter and seq between :first and :last
                         order by seq limit :size
                        """)
                .bind("counter", counter.hex())
                .bind("first", first)
                .bind("last", last)
                .bind("size", size)
                .map(row -> required(row, "bytes", byte[].class))
                .all()
                .collectList()
                .filter(records -> !records.isEmpty())
                .map(records -> new Page(first, records));
    }

    /** The numbers of a sale's first and last record. */
    public record SaleSpan(long first, long last) {}

    /** Looks through all of the counter's records: a sale's id stands in each of its own. */
    public Mono<SaleSpan> sale(CounterId counter, String sale) {
        return database.sql(
                        """
                        select min(seq) as first, max(seq) as last from evidence_record
                         where counter_id = :counter
                           and position(convert_to(:sale, 'UTF8') in bytes) > 0
                        """)
                .bind("counter", counter.hex())
                .bind("sale", sale)
                .map(row -> Optional.ofNullable(span(row)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    private static @Nullable SaleSpan span(Readable row) {
        Long first = row.get("first", Long.class);
        Long last = row.get("last", Long.class);
        return first == null || last == null ? null : new SaleSpan(first, last);
    }
}
