package org.assistcounter.fleet.complaints.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.complaints.Claim;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps what shoppers ask for: one claim a sale, the newest. */
@Repository
public class ClaimStore {

    private final DatabaseClient database;

    ClaimStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a claim of the tenant whose sale it is; said again it is changed. */
    public Mono<Void> put(String sale, Claim claim) {
        return database.sql(
                        """
                        insert into complaints_claim (sale, tenant_id, contact, said, asked_at)
                        select s.sale, s.tenant_id, :contact, :said, :at
                          from ledger_sale s where s.sale = :sale
                        on conflict (sale) do update
                           set contact = excluded.contact, said = excluded.said
                        """)
                .bind("sale", sale)
                .bind("contact", claim.contact())
                .bind("said", claim.said())
                .bind("at", claim.askedAt())
                .then();
    }

    /** What was asked for about a sale; empty when nobody did. */
    public Mono<Claim> find(String sale) {
        return database.sql("select * from complaints_claim where sale = :sale")
                .bind("sale", sale)
                .map(row ->
                        new Claim(text(row, "contact"), text(row, "said"), moment(row, "asked_at")))
                .one();
    }

    /** Forgets how the shopper was to be reached. */
    public Mono<Void> forgetContact(String sale) {
        return database.sql(
                        "update complaints_claim set contact = '', said = '' where sale = :sale")
                .bind("sale", sale)
                .then();
    }
}
