package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Totals;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps records in `evidence_record` and where each journal stands in `evidence_head`. */
@Repository
public class EvidenceStore {

    private final DatabaseClient database;

    EvidenceStore(DatabaseClient database) {
        this.database = database;
    }

    /** Makes the head of a journal that has none yet. */
    public Mono<Void> begin(ChainHead genesis, String tenant) {
        return database.sql(
                        """
                        insert into evidence_head (tenant_id, counter_id, epoch, boot, seq, hash,
                               charged_minor, refunded_minor, dispensed, sales)
                        values (:tenant, :counter, :epoch, :boot, 0, :hash, 0, 0, 0, 0)
                        on conflict (counter_id) do nothing
                        """)
                .bind("tenant", tenant)
                .bind("counter", genesis.counter().hex())
                .bind("epoch", genesis.epoch())
                .bind("boot", genesis.boot())
                .bind("hash", genesis.hash().bytes())
                .then();
    }

    /** The head, locked until the transaction ends. */
    public Mono<ChainHead> lock(CounterId counter) {
        return database.sql("select * from evidence_head where counter_id = :counter for update")
                .bind("counter", counter.hex())
                .map(EvidenceStore::head)
                .one();
    }

    /** The head, not locked. */
    public Mono<ChainHead> find(CounterId counter) {
        return database.sql("select * from evidence_head where counter_id = :counter")
                .bind("counter", counter.hex())
                .map(EvidenceStore::head)
                .one();
    }

    /** Moves the head. */
    public Mono<Void> move(ChainHead head) {
        return database.sql(
                        """
                        update evidence_head
                           set epoch = :epoch, boot = :boot, seq = :seq, hash = :hash,
                               charged_minor = :charged, refunded_minor = :refunded,
                               dispensed = :dispensed, sales = :sales
                         where counter_id = :counter
                        """)
                .bind("counter", head.counter().hex())
                .bind("epoch", head.epoch())
                .bind("boot", head.boot())
                .bind("seq", head.seq())
                .bind("hash", head.hash().bytes())
                .bind("charged", head.totals().chargedMinor())
                .bind("refunded", head.totals().refundedMinor())
                .bind("dispensed", head.totals().dispensed())
                .bind("sales", head.totals().sales())
                .then();
    }

    /** Keeps a record's exact bytes. */
    public Mono<Void> add(JournalRecord record, String tenant, Instant receivedAt) {
        return database.sql(
                        """
                        insert into evidence_record (tenant_id, counter_id, seq, hash, bytes,
                               received_at)
                        values (:tenant, :counter, :seq, :hash, :bytes, :at)
                        """)
                .bind("tenant", tenant)
                .bind("counter", record.header().counter().hex())
                .bind("seq", record.header().seq())
                .bind("hash", record.hash().bytes())
                .bind("bytes", record.bytes())
                .bind("at", receivedAt)
                .then();
    }

    /** The hashes of those of these records that are known, by number. */
    public Mono<Map<Long, Hash>> hashes(CounterId counter, Collection<Long> seqs) {
        return database.sql(
                        """
                        select seq, hash from evidence_record
                         where counter_id = :counter and seq = any(:seqs)
                        """)
                .bind("counter", counter.hex())
                .bind("seqs", seqs.toArray(Long[]::new))
                .map(row ->
                        Map.entry(
                                number(row, "seq"), new Hash(required(row, "hash", byte[].class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Where every journal stands. */
    public Flux<Evidence.Head> heads() {
        return database.sql("select * from evidence_head order by counter_id")
                .map(row -> new Evidence.Head(text(row, "tenant_id"), head(row)))
                .all();
    }

    /** One record in its exact bytes. */
    public Mono<byte[]> record(CounterId counter, long seq) {
        return database.sql(
                        """
                        select bytes from evidence_record
                         where counter_id = :counter and seq = :seq
                        """)
                .bind("counter", counter.hex())
                .bind("seq", seq)
                .map(row -> required(row, "bytes", byte[].class))
                .one();
    }

    /** All records of a journal, oldest first, in their exact bytes. */
    public Flux<byte[]> records(CounterId counter) {
        return database.sql(
                        """
                        select bytes from evidence_record where counter_id = :counter order by seq
                        """)
                .bind("counter", counter.hex())
                .map(row -> required(row, "bytes", byte[].class))
                .all();
    }

    private static ChainHead head(Readable row) {
        return new ChainHead(
                new CounterId(required(row, "counter_id", String.class)),
                number(row, "epoch"),
                number(row, "boot"),
                number(row, "seq"),
                new Hash(required(row, "hash", byte[].class)),
                new Totals(
                        number(row, "charged_minor"),
                        number(row, "refunded_minor"),
                        number(row, "dispensed"),
                        number(row, "sales")));
    }
}
