package org.assistcounter.fleet.operators.store;

import java.time.Instant;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps the words of forms that were taken, in the table `forms_taken`. */
@Repository
public class OnceStore {

    private final DatabaseClient database;

    OnceStore(DatabaseClient database) {
        this.database = database;
    }

    /** Notes one; false when it is there. Who comes second waits for the end of the first. */
    public Mono<Boolean> take(Operator by, String word, Instant now) {
        return database.sql(
                        """
                        insert into forms_taken (person_id, word, tenant_id, taken_at)
                        values (:person, :word, :tenant, :now)
                        on conflict do nothing
                        """)
                .bind("person", by.id())
                .bind("word", word)
                .bind("tenant", by.tenant())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** Forgets some of those before a moment; what another forgets is left to it. */
    public Mono<Void> forget(Instant before) {
        return database.sql(
                        """
                        delete from forms_taken
                         where (person_id, word) in (
                               select person_id, word from forms_taken
                                where taken_at < :before
                                limit 100 for update skip locked)
                        """)
                .bind("before", before)
                .then();
    }
}
