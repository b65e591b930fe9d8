package org.assistcounter.fleet.complaints.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.complaints.Claim;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what shoppers ask for, as long as something is in question. */
@Repository
public class ClaimStore {

    private final DatabaseClient database;

    ClaimStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a claim beside those before it, unless there are enough. */
    public Mono<Void> add(String sale, Claim claim) {
        return database.sql(
                        """
                        insert into complaints_claim (sale, tenant_id, contact, said, asked_at)
                        select s.sale, s.tenant_id, :contact, :said, :at
                          from ledger_sale s
                         where s.sale = :sale
                           and (select count(*) from complaints_claim c
                                 where c.sale = s.sale) < :max
                        on conflict do nothing
                        """)
                .bind("sale", sale)
                .bind("contact", claim.contact())
                .bind("said", claim.said())
                .bind("at", claim.askedAt())
                .bind("max", Claim.OF_A_SALE_MAX)
                .then();
    }

    /** What was asked for about a sale, in order. */
    public Flux<Claim> of(String sale) {
        return database.sql("select * from complaints_claim where sale = :sale order by id")
                .bind("sale", sale)
                .map(row ->
                        new Claim(text(row, "contact"), text(row, "said"), moment(row, "asked_at")))
                .all();
    }

    /** The receipt codes of sales about which something was asked. */
    public Flux<String> receipts() {
        return database.sql(
                        """
                        select distinct s.receipt_code
                          from complaints_claim c join ledger_sale s on s.sale = c.sale
                        """)
                .map(row -> text(row, "receipt_code"))
                .all();
    }

    /** Forgets everything that was asked for about a sale. */
    public Mono<Void> forget(String sale) {
        return database.sql("delete from complaints_claim where sale = :sale")
                .bind("sale", sale)
                .then();
    }
}
