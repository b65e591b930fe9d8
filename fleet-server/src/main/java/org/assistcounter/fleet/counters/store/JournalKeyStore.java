package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the keys of counters that have had several in the table `counters_key`. */
@Repository
public class JournalKeyStore {
    private final DatabaseClient database;

    JournalKeyStore(DatabaseClient database) {
        this.database = database;
    }

    /** Makes this key the registry's; false when it has another of this epoch or a later one. */
    public Mono<Boolean> replace(CounterId counter, JournalKey next) {
        return database.sql(
                        """
                        update counters
                           set epoch = :epoch, journal_public_key = :key,
                               certificate_serial = :serial,
                               certificate_ends_at = counters_certificate_ends(:certificate)
                         where counter_id = :counter and epoch = :epoch - 1
                        """)
                .bind("counter", counter.hex())
                .bind("epoch", next.epoch())
                .bind("key", next.publicKey())
                .bind("serial", next.certificateSerial())
                .bind("certificate", next.certificate())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Keeps a key. */
    public Mono<Void> add(Counter counter, JournalKey key) {
        var insert =
                database.sql(
                                """
                                insert into counters_key (counter_id, tenant_id, epoch,
                                       journal_public_key, certificate_serial, certificate,
                                       from_seq, note, since)
                                values (:counter, :tenant, :epoch, :key, :serial, :certificate,
                                        :from, :note, :since)
                                """)
                        .bind("counter", counter.id().hex())
                        .bind("tenant", counter.place().tenant())
                        .bind("epoch", key.epoch())
                        .bind("key", key.publicKey())
                        .bind("serial", key.certificateSerial())
                        .bind("certificate", key.certificate())
                        .bind("from", key.fromSeq())
                        .bind("since", key.since());
        String note = key.note();
        return (note == null ? insert.bindNull("note", String.class) : insert.bind("note", note))
                .then();
    }

    /** The keys of a counter by epoch. */
    public Flux<JournalKey> of(CounterId counter) {
        return database.sql(
                        """
                        select * from counters_key where counter_id = :counter order by epoch
                        """)
                .bind("counter", counter.hex())
                .map(JournalKeyStore::key)
                .all();
    }

    private static JournalKey key(Readable row) {
        return new JournalKey(
                number(row, "epoch"),
                text(row, "journal_public_key"),
                text(row, "certificate_serial"),
                text(row, "certificate"),
                number(row, "from_seq"),
                row.get("note", String.class),
                moment(row, "since"));
    }
}
