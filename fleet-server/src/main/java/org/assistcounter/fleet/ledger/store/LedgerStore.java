package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.Entry;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.ledger.Posting;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps entries, their postings and the balances. */
@Repository
public class LedgerStore {

    private static final int REFERENCE_COLUMNS = 3;
    private static final int ENTRY_COLUMNS = 8;
    private static final int POSTING_COLUMNS = 6;

    private final DatabaseClient database;
    private final Copies copies;

    LedgerStore(DatabaseClient database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    /** Adds entries; each reference must be new. The balances are always moved in one order. */
    public Mono<Void> add(List<Entry> entries, Instant now) {
        return entries.isEmpty()
                ? Mono.empty()
                : ids(entries.size())
                        .flatMap(ids ->
                                addReferences(entries)
                                        .then(addEntries(entries, ids, now))
                                        .then(addPostings(entries, ids, now))
                                        .then(move(deltas(entries))));
    }

    private Mono<Long[]> ids(int count) {
        return database.sql(
                        """
                        select array_agg(nextval('ledger_entry_number'))
                               as ids
                          from generate_series(1, :count)
                        """)
                .bind("count", count)
                .map(row -> required(row, "ids", Long[].class))
                .one();
    }

    /** Journals need none: their records are kept once. */
    private Mono<Void> addReferences(List<Entry> entries) {
        CopyRows rows = new CopyRows(REFERENCE_COLUMNS);
        for (Entry entry : entries) {
            Occurrence occurrence = entry.occurrence();
            if (occurrence.source() != Occurrence.Source.JOURNAL) {
                rows.row()
                        .text(word(occurrence.source()))
                        .text(occurrence.reference())
                        .text(occurrence.tenant());
            }
        }
        return copies.add("ledger_reference (source, reference, tenant_id)", rows);
    }

    private static String word(Occurrence.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    private Mono<Void> addEntries(List<Entry> entries, Long[] ids, Instant now) {
        CopyRows rows = new CopyRows(ENTRY_COLUMNS);
        for (int i = 0; i < ids.length; i++) {
            Occurrence occurrence = entries.get(i).occurrence();
            rows.row()
                    .number(ids[i])
                    .text(occurrence.tenant())
                    .text(word(occurrence.source()))
                    .text(occurrence.reference())
                    .text(occurrence.counter())
                    .text(entries.get(i).sale())
                    .day(occurrence.businessDate())
                    .moment(now);
        }
        String columns =
                "(id, tenant_id, source, reference, counter_id, sale, business_date, booked_at)";
        return copies.add("ledger_entry " + columns, rows);
    }

    private Mono<Void> addPostings(List<Entry> entries, Long[] ids, Instant now) {
        CopyRows rows = new CopyRows(POSTING_COLUMNS);
        for (int i = 0; i < ids.length; i++) {
            String tenant = entries.get(i).occurrence().tenant();
            for (Posting posting : entries.get(i).postings()) {
                rows.row()
                        .text(tenant)
                        .number(ids[i])
                        .text(posting.account().word())
                        .text(posting.unit())
                        .number(posting.amount())
                        .moment(now);
            }
        }
        return copies.add(
                "ledger_posting (tenant_id, entry_id, account, unit, amount, booked_at)", rows);
    }

    private record Key(String tenant, String counter, String account, String unit)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::tenant)
                        .thenComparing(Key::counter)
                        .thenComparing(Key::account)
                        .thenComparing(Key::unit);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static NavigableMap<Key, Long> deltas(List<Entry> entries) {
        NavigableMap<Key, Long> deltas = new TreeMap<>();
        for (Entry entry : entries) {
            Occurrence occurrence = entry.occurrence();
            for (Posting posting : entry.postings()) {
                Key key =
                        new Key(
                                occurrence.tenant(),
                                occurrence.counter(),
                                posting.account().word(),
                                posting.unit());
                deltas.merge(key, posting.amount(), LedgerStore::sum);
            }
        }
        return deltas;
    }

    private static long sum(long some, long more) {
        try {
            return Math.addExact(some, more);
        } catch (ArithmeticException tooMuch) {
            throw new IllegalArgumentException("a balance of more than there is", tooMuch);
        }
    }

    /** Rows that sum up to nothing are made too, so that an account is known once it was used. */
    private Mono<Void> move(NavigableMap<Key, Long> deltas) {
        Collection<Key> keys = deltas.keySet();
        return database.sql(
                        """
                        insert into ledger_balance (tenant_id, counter_id, account, unit, balance)
                        select * from unnest(:tenants, :counters, :accounts, :units, :amounts)
                        on conflict (tenant_id, counter_id, account, unit)
                        do update set balance = ledger_balance.balance + excluded.balance
                         where excluded.balance <> 0
                        """)
                .bind("tenants", words(keys, Key::tenant))
                .bind("counters", words(keys, Key::counter))
                .bind("accounts", words(keys, Key::account))
                .bind("units", words(keys, Key::unit))
                .bind("amounts", deltas.values().toArray(Long[]::new))
                .then();
    }

    private static String[] words(Collection<Key> keys, Function<Key, String> word) {
        return keys.stream().map(word).toArray(String[]::new);
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
                          from ledger_entry e
                          join ledger_posting p
                            on p.entry_id = e.id and p.booked_at = e.booked_at
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

    /** What is owed to shoppers, summed over a tenant's counters; an index knows whose rows. */
    public Flux<Map.Entry<Account, Long>> owed(String tenant) {
        return database.sql(
                        """
                        select account, -sum(balance)::bigint as owed
                          from ledger_balance
                         where tenant_id = :tenant and account in ('refunds-due', 'cases')
                         group by account
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        Map.entry(
                                text(row, "account").equals(Account.CASES.word())
                                        ? Account.CASES
                                        : Account.REFUNDS_DUE,
                                number(row, "owed")))
                .all();
    }
}
