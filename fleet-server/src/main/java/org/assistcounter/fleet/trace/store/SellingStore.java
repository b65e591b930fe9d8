package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import org.assistcounter.fleet.trace.HowItSells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what was sold of products, at all operators. */
@Repository
public class SellingStore {
    private final DatabaseClient database;

    SellingStore(DatabaseClient database) {
        this.database = database;
    }

    /** What of these products was sold on some days. */
    public Flux<HowItSells.Sold> since(Collection<String> products, LocalDate from, LocalDate to) {
        return database.sql(
                        """
                        select product, sum(delivered)::bigint as delivered
                          from trace_day
                         where product = any(:products) and business_date between :from and :to
                         group by product
                        """)
                .bind("products", products.toArray(String[]::new))
                .bind("from", from)
                .bind("to", to)
                .map(row -> new HowItSells.Sold(text(row, "product"), number(row, "delivered")))
                .all();
    }

    /** What of a product was sold in each of some months. */
    public Flux<HowItSells.Month> months(String product, YearMonth from, YearMonth to) {
        return database.sql(
                        """
                        select to_char(month, 'YYYY-MM') as month,
                               sum(delivered)::bigint as delivered
                          from trace_month
                         where kind = 'product' and origin = :product
                           and month between :from and :to
                         group by 1
                         order by 1
                        """)
                .bind("product", product)
                .bind("from", from.atDay(1))
                .bind("to", to.atDay(1))
                .map(row ->
                        new HowItSells.Month(
                                YearMonth.parse(text(row, "month")), number(row, "delivered")))
                .all();
    }
}
