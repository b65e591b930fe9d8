package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.number;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.ledger.DaySum;
import org.assistcounter.fleet.ledger.Sold;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps what each counter sold on each day. */
@Repository
public class DaySumStore {

    private final DatabaseClient database;

    DaySumStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds to the days, always in one order. */
    public Mono<Void> add(List<DaySum> sums) {
        if (sums.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into ledger_day (tenant_id, counter_id, business_date, sold_minor,
                               delivered)
                        select * from unnest(:tenants, :counters, :days, :sold, :delivered)
                        on conflict (tenant_id, business_date, counter_id)
                        do update set sold_minor = ledger_day.sold_minor + excluded.sold_minor,
                                      delivered = ledger_day.delivered + excluded.delivered
                        """)
                .bind("tenants", words(sums, sum -> sum.whose().tenant()))
                .bind("counters", words(sums, sum -> sum.whose().counter()))
                .bind("days", sums.stream().map(sum -> sum.whose().day()).toArray(LocalDate[]::new))
                .bind("sold", sums.stream().map(DaySum::soldMinor).toArray(Long[]::new))
                .bind("delivered", sums.stream().map(DaySum::delivered).toArray(Long[]::new))
                .then();
    }

    private static String[] words(List<DaySum> sums, Function<DaySum, String> word) {
        return sums.stream().map(word).toArray(String[]::new);
    }

    /** What all counters of a tenant sold on a day. */
    public Mono<Sold> on(String tenant, LocalDate day) {
        return database.sql(
                        """
                        select coalesce(sum(sold_minor), 0)::bigint as sold,
                               coalesce(sum(delivered), 0)::bigint as delivered
                          from ledger_day
                         where tenant_id = :tenant and business_date = :day
                        """)
                .bind("tenant", tenant)
                .bind("day", day)
                .map(row -> new Sold(number(row, "sold"), number(row, "delivered")))
                .one();
    }
}
