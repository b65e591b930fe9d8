package org.assistcounter.fleet.evidence.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assistcounter.fleet.evidence.Logged;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.transparency.HeadLeaf;
import org.assistcounter.protocol.transparency.Tile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The log's tree: its size in `evidence_log`, `evidence_leaf`, of each journal the newest in
 * `evidence_logged`, and hashes in `evidence_tile`.
 */
@Repository
public class LogStore {

    /** The driver has no arrays of bytes. */
    private static final HexFormat HEX = HexFormat.of();

    private final DatabaseClient database;

    LogStore(DatabaseClient database) {
        this.database = database;
    }

    /** How large the log is, and its root. */
    public record Size(long size, Hash root) {}

    /** The same, locked until the transaction ends; empty while somebody else appends. */
    public Mono<Size> lock() {
        return database.sql("select size, root from evidence_log for update skip locked")
                .map(row -> new Size(number(row, "size"), hash(row, "root")))
                .one();
    }

    /** Journals that have gone on since they were last logged. Only what is committed is seen. */
    public Flux<Logged> advanced(int count) {
        return database.sql(
                        """
                        select -1::bigint as leaf_index, h.*
                          from evidence_head h left join evidence_logged l using (counter_id)
                         where h.seq > coalesce(l.seq, 0)
                         order by h.counter_id
                         limit :count
                        """)
                .bind("count", count)
                .map(LogStore::logged)
                .all();
    }

    /** The tiles that are there. */
    public Mono<Map<Tile, byte[]>> tiles(Collection<Tile> tiles) {
        if (tiles.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql(
                        """
                        select t.level, t.tile_index, t.hashes from evidence_tile t
                          join unnest(:levels, :indexes) as wanted (level, tile_index)
                            on t.level = wanted.level and t.tile_index = wanted.tile_index
                        """)
                .bind("levels", tiles.stream().map(Tile::level).toArray(Integer[]::new))
                .bind("indexes", tiles.stream().map(Tile::index).toArray(Long[]::new))
                .map(row ->
                        Map.entry(
                                new Tile(
                                        required(row, "level", Integer.class),
                                        number(row, "tile_index")),
                                required(row, "hashes", byte[].class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Puts tiles that have grown. */
    public Mono<Void> put(Tile.Book book) {
        List<Tile> tiles = book.grown();
        return database.sql(
                        """
                        insert into evidence_tile (level, tile_index, hashes)
                        select t.level, t.tile_index, decode(t.hashes, 'hex')
                          from unnest(:levels, :indexes, :hashes) as t (level, tile_index, hashes)
                        on conflict (level, tile_index) do update set hashes = excluded.hashes
                        """)
                .bind("levels", tiles.stream().map(Tile::level).toArray(Integer[]::new))
                .bind("indexes", tiles.stream().map(Tile::index).toArray(Long[]::new))
                .bind(
                        "hashes",
                        tiles.stream()
                                .map(t -> HEX.formatHex(book.bytes(t)))
                                .toArray(String[]::new))
                .then();
    }

    /** Appends leaves behind the first so many. */
    public Mono<Void> append(long size, List<Logged> leaves, Instant now) {
        return database.sql(
                        """
                        insert into evidence_leaf (leaf_index, tenant_id, counter_id, epoch, seq,
                               hash, appended_at)
                        select l.leaf_index, l.tenant, l.counter, l.epoch, l.seq,
                               decode(l.hash, 'hex'), :now
                          from unnest(:indexes, :tenants, :counters, :epochs, :seqs, :hashes)
                               as l (leaf_index, tenant, counter, epoch, seq, hash)
                        """)
                .bind(
                        "indexes",
                        LongStream.range(size, size + leaves.size()).boxed().toArray(Long[]::new))
                .bind("tenants", leaves.stream().map(Logged::tenant).toArray(String[]::new))
                .bind(
                        "counters",
                        leaves.stream().map(l -> l.leaf().counter().hex()).toArray(String[]::new))
                .bind("epochs", leaves.stream().map(l -> l.leaf().epoch()).toArray(Long[]::new))
                .bind("seqs", leaves.stream().map(l -> l.leaf().seq()).toArray(Long[]::new))
                .bind(
                        "hashes",
                        leaves.stream().map(l -> l.leaf().hash().toString()).toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    /** Moves the log on. */
    public Mono<Void> move(Size to) {
        return database.sql("update evidence_log set size = :size, root = :root")
                .bind("size", to.size())
                .bind("root", to.root().bytes())
                .then();
    }

    /** The first leaf of a counter that covers this record, in a log of this size. */
    public Mono<Logged> covering(CounterId counter, long seq, long size) {
        return database.sql(
                        """
                        select * from evidence_leaf
                         where counter_id = :counter and seq >= :seq and leaf_index < :size
                         order by seq limit 1
                        """)
                .bind("counter", counter.hex())
                .bind("seq", seq)
                .bind("size", size)
                .map(LogStore::logged)
                .one();
    }

    /** The newest leaf of a counter that was appended before, in a log of this size. */
    public Mono<Logged> newestBefore(CounterId counter, Instant time, long size) {
        return database.sql(
                        """
                        select * from evidence_leaf
                         where counter_id = :counter and appended_at < :time and leaf_index < :size
                         order by seq desc limit 1
                        """)
                .bind("counter", counter.hex())
                .bind("time", time)
                .bind("size", size)
                .map(LogStore::logged)
                .one();
    }

    /** The newest leaf of a counter before this record, in a log of this size. */
    public Mono<Logged> newestBefore(CounterId counter, long seq, long size) {
        return database.sql(
                        """
                        select * from evidence_leaf
                         where counter_id = :counter and seq < :seq and leaf_index < :size
                         order by seq desc limit 1
                        """)
                .bind("counter", counter.hex())
                .bind("seq", seq)
                .bind("size", size)
                .map(LogStore::logged)
                .one();
    }

    private static Logged logged(Readable row) {
        return new Logged(
                number(row, "leaf_index"),
                text(row, "tenant_id"),
                new HeadLeaf(
                        new CounterId(text(row, "counter_id")),
                        number(row, "epoch"),
                        number(row, "seq"),
                        hash(row, "hash")));
    }

    private static Hash hash(Readable row, String column) {
        return new Hash(required(row, column, byte[].class));
    }
}
