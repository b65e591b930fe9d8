package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.SignedNote;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Signed heads of the log, in `evidence_tree_head`, and what witnesses signed under them. */
@Repository
public class TreeHeadStore {

    /** A head as a row, with all its cosignatures' lines one after another. */
    private static final String NOTE =
            """
            select h.note || coalesce((select string_agg(c.line, '' order by c.witness)
                                         from evidence_cosignature c
                                        where c.size = h.size), '') as note
              from evidence_tree_head h
            """;

    private final DatabaseClient database;

    TreeHeadStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a signed head. */
    public Mono<Void> add(long size, SignedNote note, Instant now) {
        return database.sql(
                        """
                        insert into evidence_tree_head (size, note, signed_at)
                        values (:size, :note, :now)
                        """)
                .bind("size", size)
                .bind("note", note.note())
                .bind("now", now)
                .then();
    }

    /** The newest head of the log of this name. */
    public Mono<SignedNote> newest(String name) {
        return database.sql(
                        NOTE
                                + """
                                 where starts_with(h.note, :name || e'\\n')
                                 order by h.size desc limit 1
                                """)
                .bind("name", name)
                .map(TreeHeadStore::note)
                .one();
    }

    /** The newest head of the log of this name that a witness has cosigned. */
    public Mono<SignedNote> newestCosigned(String name) {
        return database.sql(
                        NOTE
                                + """
                                 where h.size = (select max(size) from evidence_cosignature)
                                   and starts_with(h.note, :name || e'\\n')
                                """)
                .bind("name", name)
                .map(TreeHeadStore::note)
                .one();
    }

    /** The newest head of the log of this name that was signed before. */
    public Mono<SignedNote> newestBefore(String name, Instant time) {
        return database.sql(
                        NOTE
                                + """
                                 where h.signed_at < :time
                                   and starts_with(h.note, :name || e'\\n')
                                 order by h.size desc limit 1
                                """)
                .bind("time", time)
                .bind("name", name)
                .map(TreeHeadStore::note)
                .one();
    }

    /** The head of this size. */
    public Mono<SignedNote> find(long size) {
        return database.sql(NOTE + " where h.size = :size")
                .bind("size", size)
                .map(TreeHeadStore::note)
                .one();
    }

    /** Keeps the newest cosignature of a witness under a head. */
    public Mono<Void> cosign(long size, SignedNote.Line line, Instant signedAt) {
        return database.sql(
                        """
                        insert into evidence_cosignature (size, witness, line, signed_at)
                        values (:size, :witness, :line, :at)
                        on conflict (size, witness) do update
                           set line = excluded.line, signed_at = excluded.signed_at
                         where evidence_cosignature.signed_at < excluded.signed_at
                        """)
                .bind("size", size)
                .bind("witness", line.name())
                .bind("line", line.text())
                .bind("at", signedAt)
                .then();
    }

    private static SignedNote note(Readable row) {
        try {
            return SignedNote.parse(text(row, "note"));
        } catch (MalformedNoteException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
