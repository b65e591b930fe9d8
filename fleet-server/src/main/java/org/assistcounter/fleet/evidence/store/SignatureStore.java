package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.evidence.SignatureDebt;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.RecordHeader;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far signatures were looked at, in `evidence_head`, and `evidence_bad_signature`. */
@Repository
public class SignatureStore {
    /** So many of one journal at once, so that a long one does not keep the others waiting. */
    private static final int OF_ONE = 128;

    private static final int BAD_COLUMNS = 4;

    private final DatabaseClient database;
    private final Copies copies;

    SignatureStore(DatabaseClient database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    /** A record that waits. */
    public record Row(String tenant, JournalRecord record, Instant receivedAt) {

        /** Whether it is the next of the same journal. */
        public boolean follows(Row before) {
            RecordHeader own = record.header();
            RecordHeader other = before.record.header();
            return own.counter().equals(other.counter()) && own.seq() == other.seq() + 1;
        }
    }

    /** A journal is looked at up to here; what comes next was received then or later. */
    public record Step(CounterId counter, long fromSeq, long seq, Instant receivedAt) {}

    /** Whether this transaction is the one that may look; until it ends no other may. */
    public Mono<Boolean> lock() {
        return database.sql(
                        """
                        select pg_try_advisory_xact_lock(hashtext('evidence signatures')) as ours
                        """)
                .map(row -> required(row, "ours", Boolean.class))
                .one();
    }

    /** Records that wait, each journal's together and in order, who waits longest first. */
    public Flux<Row> next(int count) {
        return database.sql(
                        """
                        select h.tenant_id, r.bytes, r.received_at
                          from (select tenant_id, counter_id, checked_seq, seq
                                  from evidence_head
                                 where unchecked_since is not null
                                 order by unchecked_since, counter_id
                                 limit :count) h
                         cross join lateral
                               (select bytes, received_at from evidence_record
                                 where counter_id = h.counter_id
                                   and seq > h.checked_seq and seq <= h.seq
                                 order by seq
                                 limit :each) r
                         limit :count
                        """)
                .bind("count", count)
                .bind("each", OF_ONE)
                .map(SignatureStore::row)
                .all();
    }

    /** They were read when they were judged, so they can be read. */
    private static Row row(Readable row) {
        try {
            JournalRecord record = JournalRecord.read(required(row, "bytes", byte[].class));
            return new Row(text(row, "tenant_id"), record, moment(row, "received_at"));
        } catch (MalformedRecordException damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    /** Moves each journal from where it was looked at; how many were there. */
    public Mono<Long> move(List<Step> steps) {
        return database.sql(
                        """
                        update evidence_head h
                           set checked_seq = s.seq,
                               unchecked_since = case when s.seq < h.seq then s.received_at end
                          from unnest(:counters, :froms, :seqs, :moments)
                               as s (counter_id, from_seq, seq, received_at)
                         where h.counter_id = s.counter_id and h.checked_seq = s.from_seq
                        """)
                .bind("counters", steps.stream().map(s -> s.counter().hex()).toArray(String[]::new))
                .bind("froms", steps.stream().map(Step::fromSeq).toArray(Long[]::new))
                .bind("seqs", steps.stream().map(Step::seq).toArray(Long[]::new))
                .bind("moments", steps.stream().map(Step::receivedAt).toArray(Instant[]::new))
                .fetch()
                .rowsUpdated();
    }

    /** Keeps which are wrongly signed. */
    public Mono<Void> add(Collection<SignatureDebt.Bad> bad, Instant now) {
        CopyRows rows = new CopyRows(BAD_COLUMNS);
        for (SignatureDebt.Bad each : bad) {
            rows.row()
                    .text(each.tenant())
                    .text(each.counter().hex())
                    .number(each.seq())
                    .moment(now);
        }
        return copies.add("evidence_bad_signature (tenant_id, counter_id, seq, found_at)", rows);
    }

    /** Of all journals. */
    public Mono<SignatureDebt.Standing> standing() {
        return database.sql(
                        """
                        select coalesce(sum(seq), 0)::bigint as records,
                               coalesce(sum(checked_seq), 0)::bigint as checked,
                               min(unchecked_since) as oldest,
                               (select count(*) from evidence_bad_signature) as bad
                          from evidence_head
                        """)
                .map(SignatureStore::sums)
                .one();
    }

    /** Of a tenant's. */
    public Mono<SignatureDebt.Standing> standing(String tenant) {
        return database.sql(
                        """
                        select coalesce(sum(seq), 0)::bigint as records,
                               coalesce(sum(checked_seq), 0)::bigint as checked,
                               min(unchecked_since) as oldest,
                               (select count(*) from evidence_bad_signature
                                 where tenant_id = :tenant) as bad
                          from evidence_head
                         where tenant_id = :tenant
                        """)
                .bind("tenant", tenant)
                .map(SignatureStore::sums)
                .one();
    }

    private static SignatureDebt.Standing sums(Readable row) {
        return new SignatureDebt.Standing(
                number(row, "records"),
                number(row, "checked"),
                number(row, "bad"),
                row.get("oldest", Instant.class));
    }
}
