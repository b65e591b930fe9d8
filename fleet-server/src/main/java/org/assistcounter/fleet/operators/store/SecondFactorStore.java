package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps second factors, sealed, in the table `second_factors`. */
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
    public record Kept(String sealed, boolean isConfirmed, long lastStep) {}

    /** The second factor of a person, confirmed or not. */
    public Mono<Kept> find(UUID person) {
        return database.sql(
                        """
                        select encode(secret, 'hex') as secret, last_step,
                               confirmed_at is not null as is_confirmed
                          from second_factors
                         where person_id = :person
                        """)
                .bind("person", person)
                .map(row ->
                        new Kept(
                                text(row, "secret"),
                                required(row, "is_confirmed", Boolean.class),
                                number(row, "last_step")))
                .one();
    }

    /** Adds a second factor that nobody has confirmed unless the person has one. */
    public Mono<Void> addIfMissing(Operator person, String sealed) {
        return database.sql(
                        """
                        insert into second_factors (person_id, tenant_id, secret)
                        values (:person, :tenant, decode(:secret, 'hex'))
                        on conflict (person_id) do nothing
                        """)
                .bind("person", person.id())
                .bind("tenant", person.tenant())
                .bind("secret", sealed)
                .then();
    }

    /** Counts a try unless there were as many as may be; whether it was counted. */
    public Mono<Boolean> takeTry(UUID person, Instant now, Instant windowStart, int max) {
        return database.sql(
                        """
                        update second_factors
                           set tries = case when tries_since > :start then tries + 1 else 1 end,
                               tries_since = case when tries_since > :start then tries_since
                                                  else :now end
                         where person_id = :person
                           and (tries_since is null or tries_since <= :start or tries < :max)
                        """)
                .bind("person", person)
                .bind("now", now)
                .bind("start", windowStart)
                .bind("max", max)
                .fetch()
                .rowsUpdated()
                .map(counted -> counted == 1);
    }

    /** Uses a step up and forgets the tries; false where it or a later one is used already. */
    public Mono<Boolean> use(UUID person, long step, Instant now) {
        return database.sql(
                        """
                        update second_factors
                           set last_step = :step, tries = 0, tries_since = null,
                               confirmed_at = coalesce(confirmed_at, :now)
                         where person_id = :person and last_step < :step
                        """)
                .bind("person", person)
                .bind("step", step)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(used -> used == 1);
    }
}
