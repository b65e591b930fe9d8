package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps second factors, sealed, and tries of codes in the table `second_factors`. */
@Repository
public class SecondFactorStore {

    private final DatabaseClient database;

    SecondFactorStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A person's second factor.
     *
     * @param sealed in hex
     * @param lastStep codes of this time step and of those before are used up
     */
    public record Kept(String sealed, long lastStep) {}

    /** The second factor of a person. */
    public Mono<Kept> find(UUID person) {
        return database.sql(
                        """
                        select encode(secret, 'hex') as secret, last_step
                          from second_factors
                         where person_id = :person and secret is not null
                        """)
                .bind("person", person)
                .map(row -> new Kept(text(row, "secret"), number(row, "last_step")))
                .one();
    }

    /** Counts a try unless there were as many as may be; whether it was counted. */
    public Mono<Boolean> takeTry(Operator person, Instant now, Instant windowStart, int max) {
        return database.sql(
                        """
                        insert into second_factors as f (person_id, tenant_id, tries, tries_since)
                        values (:person, :tenant, 1, :now)
                        on conflict (person_id) do update
                           set tries = case when f.tries_since > :start then f.tries + 1
                                            else 1 end,
                               tries_since = case when f.tries_since > :start then f.tries_since
                                                  else :now end
                         where f.tries_since is null or f.tries_since <= :start
                            or f.tries < :max
                        """)
                .bind("person", person.id())
                .bind("tenant", person.home())
                .bind("now", now)
                .bind("start", windowStart)
                .bind("max", max)
                .fetch()
                .rowsUpdated()
                .map(counted -> counted == 1);
    }

    /**
     * Uses a step up and forgets the tries; false where it or a later one is used already, or the
     * person has another second factor by now.
     */
    public Mono<Boolean> use(UUID person, String sealed, long step, Instant now) {
        return database.sql(
                        """
                        update second_factors
                           set secret = decode(:sealed, 'hex'), last_step = :step,
                               tries = 0, tries_since = null,
                               confirmed_at = coalesce(confirmed_at, :now)
                         where person_id = :person and last_step < :step
                           and (secret is null or secret = decode(:sealed, 'hex'))
                        """)
                .bind("person", person)
                .bind("sealed", sealed)
                .bind("step", step)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(used -> used == 1);
    }
}
