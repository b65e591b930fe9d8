package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.ledger.Posting;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps entries, their postings and the balances. */
@Repository
public class LedgerStore {

    private final DatabaseClient database;

    LedgerStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one entry; the reference must be new. */
    public Mono<Void> add(
            Occurrence occurrence, @Nullable String sale, List<Posting> postings, Instant now) {
        GenericExecuteSpec insert =
                database.sql(
                                """
                                insert into ledger_entry (tenant_id, source, reference, counter_id,
                                       sale, business_date, booked_at)
                                values (:tenant, :source, :reference, :counter, :sale, :day, :now)
                                returning id
                                """)
                        .bind("tenant", occurrence.tenant())
                        .bind("source", occurrence.source().name().toLowerCase(Locale.ROOT))
                        .bind("reference", occurrence.reference())
                        .bind("counter", occurrence.counter())
                        .bind("day", occurrence.businessDate())
                        .bind("now", now);
        GenericExecuteSpec bound =
                sale == null ? insert.bindNull("sale", String.class) : insert.bind("sale", sale);
        return bound.map(row -> number(row, "id"))
                .one()
                .flatMapMany(id ->
                        Flux.fromIterable(postings)
                                .concatMap(posting -> add(id, occurrence, posting)))
                .then();
    }

    private Mono<Void> add(long entry, Occurrence occurrence, Posting posting) {
        return database.sql(
                        """
                        insert into ledger_posting (tenant_id, entry_id, account, unit, amount)
                        values (:tenant, :entry, :account, :unit, :amount)
                        """)
                .bind("tenant", occurrence.tenant())
                .bind("entry", entry)
                .bind("account", posting.account().word())
                .bind("unit", posting.unit())
                .bind("amount", posting.amount())
                .then()
                .then(balance(occurrence, posting));
    }

    private Mono<Void> balance(Occurrence occurrence, Posting posting) {
        return database.sql(
                        """
                        insert into ledger_balance (tenant_id, counter_id, account, unit, balance)
                        values (:tenant, :counter, :account, :unit, :amount)
                        on conflict (tenant_id, counter_id, account, unit)
                        do update set balance = ledger_balance.balance + excluded.balance
                        """)
                .bind("tenant", occurrence.tenant())
                .bind("counter", occurrence.counter())
                .bind("account", posting.account().word())
                .bind("unit", posting.unit())
                .bind("amount", posting.amount())
                .then();
    }

    /** The balances of a tenant, summed over its counters. */
    public Flux<Balance> balances(String tenant) {
        return database.sql(
                        """
                        select account, unit, sum(balance)::bigint as balance
                          from ledger_balance
                         where tenant_id = :tenant
                         group by account, unit
                         order by account, unit
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new Balance(
                                text(row, "account"), text(row, "unit"), number(row, "balance")))
                .all();
    }

    /** The same, summed anew from every posting instead of read from the kept sums. */
    public Flux<Balance> postings(String tenant) {
        return database.sql(
                        """
                        select p.account, p.unit, sum(p.amount)::bigint as balance
                          from ledger_entry e join ledger_posting p on p.entry_id = e.id
                         where e.tenant_id = :tenant
                         group by p.account, p.unit
                         order by p.account, p.unit
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new Balance(
                                text(row, "account"), text(row, "unit"), number(row, "balance")))
                .all();
    }

    /** What was sold on a day, in minor units. */
    public Mono<Long> soldOn(String tenant, LocalDate day) {
        return database.sql(
                        """
                        select coalesce(-sum(p.amount), 0)::bigint as sold
                          from ledger_entry e join ledger_posting p on p.entry_id = e.id
                         where e.tenant_id = :tenant and e.business_date = :day
                           and p.account = 'sales'
                        """)
                .bind("tenant", tenant)
                .bind("day", day)
                .map(row -> number(row, "sold"))
                .one();
    }
}
