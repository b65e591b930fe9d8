package org.assistcounter.benchmarks;

/** The sums that the ledger keeps, as the sample's rows come to. */
final class LedgerSums {
    /**
     * A hundred million postings are joined month by month in memory, on all cores; the planner,
     * who expects a handful of rows, would sort all of them on disk.
     */
    static final String BALANCES =
            """
            set work_mem = '256MB';
            set enable_partitionwise_join = on;
            set enable_sort = off;
            create temp table summed as
            select e.tenant_id, e.counter_id, p.account, p.unit, sum(p.amount) as balance
              from ledger_entry e
              join ledger_posting p on p.entry_id = e.id and p.booked_at = e.booked_at
             group by 1, 2, 3, 4;
            reset enable_sort;
            insert into ledger_balance (tenant_id, counter_id, account, unit, balance)
            select tenant_id, counter_id, account, unit, balance from summed order by 1, 2, 3, 4;
            drop table summed;
            reset work_mem;
            reset enable_partitionwise_join
            """;

    static final String DAYS =
            """
            insert into ledger_day (tenant_id, counter_id, business_date, sold_minor, delivered)
            select tenant_id, counter_id, business_date, sum(delivered_minor),
                   count(*) filter (where outcome = 'DELIVERED')
              from ledger_sale
             group by 1, 2, 3
             order by 1, 3, 2
            """;

    /** What the counters signed in all is what their sales come to. */
    static final String HEADS =
            """
            insert into evidence_head (tenant_id, counter_id, epoch, boot, seq, hash,
                   checked_seq, charged_minor, refunded_minor, dispensed, sales)
            select tenant_id, counter_id, 1, 1, 100, sha256(counter_id::bytea), 100,
                   sum(charged_minor), sum(refunded_minor),
                   count(*) filter (where outcome = 'DELIVERED'), count(*)
              from ledger_sale
             group by tenant_id, counter_id
            """;

    private LedgerSums() {}
}
