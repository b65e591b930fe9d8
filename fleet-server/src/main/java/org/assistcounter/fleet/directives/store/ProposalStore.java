package org.assistcounter.fleet.directives.store;

import static org.assistcounter.fleet.database.Columns.number;

import org.assistcounter.fleet.directives.Change;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps changes that wait for a second person in the table `directives_proposal`. */
@Repository
public class ProposalStore {
    private final DatabaseClient database;

    ProposalStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a proposal and gives its number. */
    public Mono<Long> add(String tenant, Change change) {
        return ChangeRows.bound(
                        database.sql(
                                """
                                insert into directives_proposal (tenant_id, product, price_minor,
                                       offered, place, place_name, counters, made_by, made_at)
                                values (:tenant, :product, :price, :offered, :place, :name,
                                        :counters, :by, :at)
                                returning id
                                """),
                        tenant,
                        change)
                .map(row -> number(row, "id"))
                .one();
    }

    /** Those that wait, the oldest first. */
    public Flux<Change> open(String tenant) {
        return database.sql(
                        """
                        select id, product, price_minor, offered, place, place_name, counters,
                               made_by, made_at
                          from directives_proposal
                         where tenant_id = :tenant and ended_by is null
                         order by id
                        """)
                .bind("tenant", tenant)
                .map(ChangeRows::read)
                .all();
    }

    /** Ends one once; empty where there is none, or whoever made it would approve it. */
    public Mono<Change> end(String tenant, long id, String by, boolean isApproved) {
        return database.sql(
                        """
                        update directives_proposal
                           set ended_by = :by, is_approved = :approved
                         where tenant_id = :tenant and id = :id and ended_by is null
                           and not (:approved and made_by = :by)
                        returning id, product, price_minor, offered, place, place_name, counters,
                                  made_by, made_at
                        """)
                .bind("tenant", tenant)
                .bind("id", id)
                .bind("by", by)
                .bind("approved", isApproved)
                .map(ChangeRows::read)
                .one();
    }
}
