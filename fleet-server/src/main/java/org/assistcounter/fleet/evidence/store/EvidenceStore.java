package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
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

    private static final int COLUMNS = 6;

    private final DatabaseClient database;
    private final Copies copies;

    EvidenceStore(DatabaseClient database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    /** Makes the heads of journals that have none yet. */
    public Mono<Void> begin(Collection<Evidence.Head> geneses) {
        List<Evidence.Head> sorted = new ArrayList<>(geneses);
        sorted.sort(Comparator.comparing(each -> each.head().counter().hex()));
        List<ChainHead> heads = sorted.stream().map(Evidence.Head::head).toList();
        return database.sql(
                        """
                        insert into evidence_head (tenant_id, counter_id, epoch, boot, seq, hash,
                               charged_minor, refunded_minor, dispensed, sales)
                        select tenant, counter, epoch, boot, 0, decode(hash, 'hex'), 0, 0, 0, 0
                          from unnest(:tenants, :counters, :epochs, :boots, :hashes)
                               as g (tenant, counter, epoch, boot, hash)
                        on conflict (counter_id) do nothing
                        """)
                .bind("tenants", sorted.stream().map(Evidence.Head::tenant).toArray(String[]::new))
                .bind("counters", words(heads, head -> head.counter().hex()))
                .bind("epochs", numbers(heads, ChainHead::epoch))
                .bind("boots", numbers(heads, ChainHead::boot))
                .bind("hashes", words(heads, EvidenceStore::hex))
                .then();
    }

    /** The heads that there are, locked until the transaction ends, always in the same order. */
    public Flux<Locked> lock(Collection<CounterId> counters) {
        return database.sql(
                        """
                        select * from evidence_head
                         where counter_id = any(:counters)
                         order by counter_id
                           for update
                        """)
                .bind("counters", counters.stream().map(CounterId::hex).toArray(String[]::new))
                .map(row -> new Locked(head(row), number(row, "key_epoch")))
                .all();
    }

    /**
     * A head that is locked.
     *
     * @param keyEpoch the epoch of the key that may sign what follows
     */
    public record Locked(ChainHead head, long keyEpoch) {}

    /** From now on the key of this epoch may sign what follows a locked head, and no other. */
    public Mono<Void> giveTo(CounterId counter, long keyEpoch) {
        return database.sql(
                        """
                        update evidence_head set key_epoch = :epoch where counter_id = :counter
                        """)
                .bind("counter", counter.hex())
                .bind("epoch", keyEpoch)
                .then();
    }

    /** The head, not locked. */
    public Mono<ChainHead> find(CounterId counter) {
        return database.sql("select * from evidence_head where counter_id = :counter")
                .bind("counter", counter.hex())
                .map(EvidenceStore::head)
                .one();
    }

    /** Those of these heads that there are, not locked. */
    public Flux<ChainHead> find(Collection<CounterId> counters) {
        return database.sql("select * from evidence_head where counter_id = any(:counters)")
                .bind("counters", counters.stream().map(CounterId::hex).toArray(String[]::new))
                .map(EvidenceStore::head)
                .all();
    }

    /**
     * Moves heads, each from where it was locked. Where no signature waits and all new ones were
     * looked at, none is left to be looked at later.
     */
    public Mono<Long> move(Collection<Evidence.Appended> moved, Instant receivedAt) {
        List<ChainHead> before = moved.stream().map(Evidence.Appended::before).toList();
        List<ChainHead> after = moved.stream().map(Evidence.Appended::after).toList();
        return database.sql(
                        """
                        update evidence_head h
                           set epoch = m.epoch, boot = m.boot, seq = m.seq,
                               hash = decode(m.hash, 'hex'), charged_minor = m.charged,
                               refunded_minor = m.refunded, dispensed = m.dispensed,
                               sales = m.sales,
                               checked_seq =
                                   case when h.checked_seq = h.seq and m.signed
                                        then m.seq else h.checked_seq end,
                               unchecked_since =
                                   case when h.checked_seq = h.seq and m.signed
                                        then null else coalesce(h.unchecked_since, :now) end
                          from unnest(:counters, :froms, :epochs, :boots, :seqs, :hashes,
                                      :charged, :refunded, :dispensed, :sales, :signed)
                               as m (counter_id, from_seq, epoch, boot, seq, hash,
                                     charged, refunded, dispensed, sales, signed)
                         where h.counter_id = m.counter_id and h.seq = m.from_seq
                        """)
                .bind("counters", words(after, head -> head.counter().hex()))
                .bind("froms", numbers(before, ChainHead::seq))
                .bind("epochs", numbers(after, ChainHead::epoch))
                .bind("boots", numbers(after, ChainHead::boot))
                .bind("seqs", numbers(after, ChainHead::seq))
                .bind("hashes", words(after, EvidenceStore::hex))
                .bind("charged", numbers(after, head -> head.totals().chargedMinor()))
                .bind("refunded", numbers(after, head -> head.totals().refundedMinor()))
                .bind("dispensed", numbers(after, head -> head.totals().dispensed()))
                .bind("sales", numbers(after, head -> head.totals().sales()))
                .bind(
                        "signed",
                        moved.stream().map(Evidence.Appended::isSigned).toArray(Boolean[]::new))
                .bind("now", receivedAt)
                .fetch()
                .rowsUpdated();
    }

    private static String hex(ChainHead head) {
        return HexFormat.of().formatHex(head.hash().bytes());
    }

    private static String[] words(List<ChainHead> heads, Function<ChainHead, String> word) {
        return heads.stream().map(word).toArray(String[]::new);
    }

    private static Long[] numbers(List<ChainHead> heads, ToLongFunction<ChainHead> number) {
        return heads.stream().map(number::applyAsLong).toArray(Long[]::new);
    }

    /** Keeps records' exact bytes. */
    public Mono<Void> add(Collection<Evidence.Appended> all, Instant receivedAt) {
        CopyRows rows = new CopyRows(COLUMNS);
        for (Evidence.Appended appended : all) {
            for (JournalRecord record : appended.records()) {
                rows.row()
                        .text(appended.tenant())
                        .text(record.header().counter().hex())
                        .number(record.header().seq())
                        .bytes(record.hash().bytes())
                        .bytes(record.bytes())
                        .moment(receivedAt);
            }
        }
        return copies.add(
                "evidence_record (tenant_id, counter_id, seq, hash, bytes, received_at)", rows);
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

    /** The same of many journals. */
    public Mono<Map<CounterId, Map<Long, Hash>>> hashes(
            Map<CounterId, ? extends Collection<Long>> wanted) {
        List<String> counters = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        wanted.forEach((counter, all) ->
                all.forEach(seq -> {
                    counters.add(counter.hex());
                    seqs.add(seq);
                }));
        return database.sql(
                        """
                        select r.counter_id, r.seq, r.hash
                          from unnest(:counters, :seqs) as w (counter_id, seq)
                          join evidence_record r
                            on r.counter_id = w.counter_id and r.seq = w.seq
                        """)
                .bind("counters", counters.toArray(String[]::new))
                .bind("seqs", seqs.toArray(Long[]::new))
                .map(row ->
                        new Known(
                                new CounterId(text(row, "counter_id")),
                                number(row, "seq"),
                                new Hash(required(row, "hash", byte[].class))))
                .all()
                .collect(
                        Collectors.groupingBy(
                                Known::counter, Collectors.toMap(Known::seq, Known::hash)));
    }

    private record Known(CounterId counter, long seq, Hash hash) {}

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
