package org.assistcounter.fleet.operators.store;

import java.time.Instant;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Adds to the table `audit`, which refuses everything else. */
@Repository
public class AuditStore {

    private final DatabaseClient database;

    AuditStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds a line. */
    public Mono<Void> add(
            Operator operator, String action, String subject, String detail, Instant now) {
        return database.sql(
                        """
                        insert into audit (tenant_id, person_id, at, action, subject, detail)
                        values (:tenant, :person, :now, :action, :subject, :detail)
                        """)
                .bind("tenant", operator.tenant())
                .bind("person", operator.id())
                .bind("now", now)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .then();
    }
}
