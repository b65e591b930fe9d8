package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.required;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.WalletKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the lines of wallets' bills. */
@Repository
public class BillStore {
    private static final int AT_ONCE = 1000;

    private final DatabaseClient database;

    BillStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether this very file is kept; one without a digest never is. */
    public Mono<Boolean> isKept(WalletKind wallet, LocalDate day, String digest) {
        return database.sql(
                        """
                        select exists (select 1 from wallets_bill
                                        where wallet = :wallet and day = :day
                                          and digest = :digest and digest <> '') as kept
                        """)
                .bind("wallet", wallet.word())
                .bind("day", day)
                .bind("digest", digest)
                .map(row -> required(row, "kept", Boolean.class))
                .one();
    }

    /** Makes room for a new bill of a day. */
    public Mono<Void> renew(WalletKind wallet, LocalDate day, String digest, Instant now) {
        return database.sql(
                        """
                        insert into wallets_bill (wallet, day, digest, arrived_at)
                        values (:wallet, :day, :digest, :now)
                        on conflict (wallet, day)
                        do update set digest = excluded.digest, arrived_at = excluded.arrived_at
                        """)
                .bind("wallet", wallet.word())
                .bind("day", day)
                .bind("digest", digest)
                .bind("now", now)
                .then()
                .then(
                        database.sql(
                                        """
                                        delete from wallets_bill_line
                                         where wallet = :wallet and day = :day
                                        """)
                                .bind("wallet", wallet.word())
                                .bind("day", day)
                                .then());
    }

    /** A bill in which nothing stands, where there is none. */
    public Mono<Void> addEmpty(WalletKind wallet, LocalDate day, Instant now) {
        return database.sql(
                        """
                        insert into wallets_bill (wallet, day, digest, arrived_at)
                        values (:wallet, :day, '', :now)
                        on conflict (wallet, day) do nothing
                        """)
                .bind("wallet", wallet.word())
                .bind("day", day)
                .bind("now", now)
                .then();
    }

    /** Adds the lines of a bill, in their order. */
    public Mono<Void> add(WalletKind wallet, LocalDate day, Flux<BillLine> lines) {
        return lines.buffer(AT_ONCE)
                .index()
                .concatMap(some -> add(wallet, day, some.getT1() * AT_ONCE, some.getT2()), 1)
                .then();
    }

    private Mono<Void> add(WalletKind wallet, LocalDate day, long before, List<BillLine> lines) {
        return database.sql(
                        """
                        insert into wallets_bill_line (wallet, day, number, kind, attempt, refund,
                               transaction, amount_minor, at)
                        select :wallet, :day, :before + l.ordinality, l.kind, l.attempt, l.refund,
                               l.transaction, l.amount, l.at
                          from unnest(:kinds, :attempts, :refunds, :transactions, :amounts, :ats)
                               with ordinality
                               as l (kind, attempt, refund, transaction, amount, at, ordinality)
                        """)
                .bind("wallet", wallet.word())
                .bind("day", day)
                .bind("before", before)
                .bind("kinds", texts(lines, line -> line.kind().name().toLowerCase(Locale.ROOT)))
                .bind("attempts", texts(lines, BillLine::order))
                .bind("refunds", texts(lines, BillLine::refund))
                .bind("transactions", texts(lines, BillLine::transaction))
                .bind("amounts", lines.stream().map(BillLine::amountMinor).toArray(Long[]::new))
                .bind(
                        "ats",
                        lines.stream()
                                .map(line -> line.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    private static String[] texts(List<BillLine> lines, Function<BillLine, String> cell) {
        return lines.stream().map(cell).toArray(String[]::new);
    }

    /** The days of a wallet whose bills are at hand. */
    public Flux<LocalDate> days(WalletKind wallet, LocalDate first, LocalDate last) {
        return database.sql(
                        """
                        select day from wallets_bill
                         where wallet = :wallet and day between :first and :last
                         order by day
                        """)
                .bind("wallet", wallet.word())
                .bind("first", first)
                .bind("last", last)
                .map(row -> required(row, "day", LocalDate.class))
                .all();
    }
}
