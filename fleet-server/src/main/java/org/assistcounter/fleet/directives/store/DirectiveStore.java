package org.assistcounter.fleet.directives.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.fleet.directives.Progress;
import org.assistcounter.fleet.directives.Reports;
import org.assistcounter.fleet.directives.Standing;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.sync.ReportedState;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what is wanted of counters and what they have said. Whoever writes many rows writes them in
 * the order of their ids, so that nobody waits for somebody who waits.
 */
@Repository
public class DirectiveStore {
    private final DatabaseClient database;

    DirectiveStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Which counters are to be told.
     *
     * @param change those that were changed later than by this one
     * @param from and not earlier than this
     * @param before and earlier than this
     * @param after whose ids are behind this one
     */
    public record Wanted(long change, Instant from, Instant before, String after) {

        /** The rest, behind this counter. */
        public Wanted behind(CounterId counter) {
            return new Wanted(change, from, before, counter.hex());
        }
    }

    /** Notes a change; its number. */
    public Mono<Long> add(String tenant, Change change) {
        return ChangeRows.bound(
                        database.sql(
                                """
                                insert into directives_change (tenant_id, product, price_minor,
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

    /** Wants it of these counters, each under its next revision. */
    public Mono<Void> want(String tenant, long id, Change change, List<CounterId> counters) {
        return database.sql(
                        """
                        insert into directives_counter as d (counter_id, tenant_id, revision, terms,
                               change_id, wanted_at)
                        select counter_id, :tenant, 1,
                               jsonb_build_object(:product, cast(:terms as jsonb)), :change, :at
                          from unnest(:counters) as wanted (counter_id)
                         order by counter_id
                        on conflict (counter_id) do update
                           set revision = greatest(d.revision, d.reported) + 1,
                               terms = d.terms || jsonb_build_object(:product,
                                   coalesce(d.terms -> :product, '{}') || cast(:terms as jsonb)),
                               change_id = excluded.change_id,
                               wanted_at = excluded.wanted_at
                        """)
                .bind("tenant", tenant)
                .bind("product", change.wish().product())
                .bind("terms", TermsJson.of(change.wish()))
                .bind("change", id)
                .bind("at", change.at())
                .bind("counters", words(counters))
                .then();
    }

    /**
     * What counters have said. It changes nothing of what is wanted: whoever is ahead keeps what it
     * has until a person wants something.
     */
    public Mono<Void> heard(Collection<Reports.Said> all, Instant now) {
        List<Reports.Said> said = List.copyOf(all);
        return database.sql(
                        """
                        insert into directives_counter as d (counter_id, tenant_id, revision,
                               wanted_at, reported, refused, reason, reported_at)
                        select s.counter_id, s.tenant_id, 0, :now, s.reported,
                               s.refused, s.reason, :now
                          from unnest(:counters, :tenants, :reported, :refused, :reasons)
                               as s (counter_id, tenant_id, reported, refused, reason)
                         where s.reported > 0
                            or exists (select from directives_counter k
                                        where k.counter_id = s.counter_id)
                         order by s.counter_id
                        on conflict (counter_id) do update
                           set taken = case
                                   when excluded.reported = d.revision
                                    and (excluded.reason <> 'not-newer'
                                         or excluded.refused <> d.revision)
                                   then d.terms else d.taken end,
                               reported = excluded.reported,
                               refused = excluded.refused,
                               reason = excluded.reason,
                               reported_at = excluded.reported_at
                         where (d.reported, d.refused, d.reason)
                               is distinct from
                               (excluded.reported, excluded.refused, excluded.reason)
                        """)
                .bind("counters", column(said, each -> each.counter().hex()))
                .bind("tenants", column(said, Reports.Said::tenant))
                .bind("reported", numbers(said, each -> each.state().revision()))
                .bind("refused", numbers(said, each -> each.state().refused()))
                .bind("reasons", column(said, each -> word(each.state().reason())))
                .bind("now", now)
                .then();
    }

    private static String word(@Nullable Rejection reason) {
        return reason == null ? "" : reason.word();
    }

    private static String[] column(List<Reports.Said> said, Function<Reports.Said, String> value) {
        return said.stream().map(value).toArray(String[]::new);
    }

    private static Long[] numbers(List<Reports.Said> said, Function<Reports.Said, Long> value) {
        return said.stream().map(value).toArray(Long[]::new);
    }

    private static String[] words(Collection<CounterId> ids) {
        return ids.stream().map(CounterId::hex).toArray(String[]::new);
    }

    /** How these stand; those of which nothing was ever wanted are left out. */
    public Flux<Standing> find(Collection<CounterId> ids) {
        return database.sql(
                        """
                        select counter_id, revision, cast(terms as text) as terms,
                               cast(taken as text) as taken, wanted_at, reported, refused,
                               reason, reported_at
                          from directives_counter
                         where counter_id = any(:ids)
                        """)
                .bind("ids", words(ids))
                .map(DirectiveStore::standing)
                .all();
    }

    /** The next of those that have not said that they sell by what is wanted, by id. */
    public Flux<Standing> behind(Wanted wanted, int count) {
        return database.sql(
                        """
                        select counter_id, revision, cast(terms as text) as terms,
                               cast(taken as text) as taken, wanted_at, reported, refused,
                               reason, reported_at
                          from directives_counter
                         where revision > reported and refused <> revision
                           and change_id > :change
                           and wanted_at >= :from and wanted_at < :before
                           and counter_id > :after
                         order by counter_id
                         limit :count
                        """)
                .bind("change", wanted.change())
                .bind("from", wanted.from())
                .bind("before", wanted.before())
                .bind("after", wanted.after())
                .bind("count", count)
                .map(DirectiveStore::standing)
                .all();
    }

    private static Standing standing(Readable row) {
        String reason = text(row, "reason");
        return new Standing(
                new CounterId(text(row, "counter_id")),
                number(row, "revision"),
                TermsJson.read(text(row, "terms")),
                TermsJson.read(text(row, "taken")),
                moment(row, "wanted_at"),
                new ReportedState(
                        number(row, "reported"),
                        reason.isEmpty() ? 0 : number(row, "refused"),
                        reason.isEmpty() ? null : Rejection.of(reason)),
                row.get("reported_at", Instant.class));
    }

    /** The numbers of the newest changes, whoever made them. */
    public Flux<Long> newestChanges(int count) {
        return database.sql("select id from directives_change order by id desc limit :count")
                .bind("count", count)
                .map(row -> number(row, "id"))
                .all();
    }

    /** A tenant's newest changes, the newest first. */
    public Flux<Change> changes(String tenant, int count) {
        return database.sql(
                        """
                        select id, product, price_minor, offered, place, place_name, counters,
                               made_by, made_at
                          from directives_change
                         where tenant_id = :tenant
                         order by id desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(ChangeRows::read)
                .all();
    }

    /** How far a tenant's counters have come; {@link Standing} says of one what it is. */
    public Mono<Progress> progress(String tenant) {
        return database.sql(
                        """
                        select count(*) as counters,
                               count(*) filter (where not is_ahead and reported = revision)
                                   as in_force,
                               count(*) filter (where not is_ahead and reported <> revision
                                                  and refused = revision) as refused,
                               count(*) filter (where is_ahead) as ahead
                          from (select revision, reported, refused,
                                       reported > revision or (reason = 'not-newer'
                                           and refused = revision) as is_ahead
                                  from directives_counter
                                 where tenant_id = :tenant
                                   and (revision > 0 or reported > 0)) as counters
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new Progress(
                                number(row, "counters"),
                                number(row, "in_force"),
                                number(row, "refused"),
                                number(row, "ahead")))
                .one();
    }
}
