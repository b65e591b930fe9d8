package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.LocalDate;
import java.util.Collection;
import org.assistcounter.fleet.ledger.ClearingSum;
import org.assistcounter.protocol.journal.Totals;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sums postings. */
@Repository
public class SumStore {

    private final DatabaseClient database;

    SumStore(DatabaseClient database) {
        this.database = database;
    }

    /** The sales with an entry of a day that touches the wallets' clearing account. */
    public Flux<String> walletSales(LocalDate day) {
        return database.sql(
                        """
                        select distinct e.sale
                          from ledger_entry e
                          join ledger_posting p
                            on p.entry_id = e.id and p.booked_at = e.booked_at
                         where e.business_date = :day and e.sale is not null
                           and p.account = 'wallet-clearing'
                         order by e.sale
                        """)
                .bind("day", day)
                .map(row -> text(row, "sale"))
                .all();
    }

    /** What these sales have on the wallets' clearing account; nothing where they never touched. */
    public Flux<ClearingSum> clearing(Collection<String> sales) {
        return database.sql(
                        """
                        select e.sale, min(e.tenant_id) as tenant_id,
                               min(e.counter_id) as counter_id, sum(p.amount)::bigint as sum_minor,
                               min(e.business_date) as day
                          from ledger_entry e
                          join ledger_posting p
                            on p.entry_id = e.id and p.booked_at = e.booked_at
                         where e.sale = any(:sales) and p.account = 'wallet-clearing'
                         group by e.sale
                        """)
                .bind("sales", sales.toArray(String[]::new))
                .map(row ->
                        new ClearingSum(
                                text(row, "sale"),
                                text(row, "tenant_id"),
                                text(row, "counter_id"),
                                number(row, "sum_minor"),
                                required(row, "day", LocalDate.class)))
                .all();
    }

    /**
     * What a journal's entries sum up to. A clearing account is debited by what was charged and
     * credited by what was returned; what was handed over for a refund is credited as due.
     */
    public Mono<Totals> ofJournal(String counter) {
        return database.sql(
                        """
                        select coalesce(sum(p.amount) filter (where p.amount > 0 and p.account in
                                   ('card-clearing', 'wallet-clearing')), 0)::bigint as charged,
                               coalesce(-sum(p.amount) filter (where p.amount < 0 and p.account in
                                   ('card-clearing', 'wallet-clearing', 'refunds-due')), 0)::bigint
                                   as refunded,
                               coalesce(sum(p.amount) filter (where p.account = 'sold'),
                                   0)::bigint as dispensed,
                               (select count(*) from ledger_sale s
                                 where s.counter_id = :counter and s.outcome = 'DELIVERED')
                                   as sales
                          from ledger_entry e
                          join ledger_posting p
                            on p.entry_id = e.id and p.booked_at = e.booked_at
                         where e.counter_id = :counter and e.source = 'journal'
                        """)
                .bind("counter", counter)
                .map(row ->
                        new Totals(
                                number(row, "charged"),
                                number(row, "refunded"),
                                number(row, "dispensed"),
                                number(row, "sales")))
                .one();
    }
}
