package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Application;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.catalogue.Stage;
import org.assistcounter.fleet.catalogue.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps applications in the table `catalogue_application`, and their steps in `catalogue_step`. */
@Repository
public class ApplicationStore {
    private static final String APPLICATIONS =
            """
            select a.application_id, a.product_code, p.supplier_id, s.county_code, a.is_renewal,
                   a.stage, a.stage_before, a.due, a.version,
                   array(select t.done_by from catalogue_step t
                          where t.application_id = a.application_id
                            and t.deed in ('apply', 'mended')) as speakers
            """;
    private static final String JOINED =
            """
              from catalogue_application a
              join catalogue_product p using (product_code)
              join catalogue_supplier s using (supplier_id)
            """;
    private static final String SEEN =
            """
             where (s.tenant_id = :tenant or s.county_code like :county)
               and s.county_code like :within
               and (:words = '' or p.name_zh ilike '%' || :words || '%'
                    or p.name_en ilike '%' || :words || '%' or p.product_code = :words
                    or s.name_zh ilike '%' || :words || '%')
               and (:which = '' or a.stage = :which
                    or :which = 'open'
                       and a.stage in ('county', 'city', 'province', 'publicity', 'returned')
                    or :which = 'for-city'
                       and (a.stage = 'city' or (a.stage = 'county' and a.due < :today))
                    or :which = 'for-province'
                       and (a.stage = 'province'
                            or (a.stage in ('county', 'city') and a.due < :today))
                    or :which = 'late' and a.due < :today
                       and a.stage in ('county', 'city', 'province', 'publicity', 'returned'))
            """;

    private final DatabaseClient database;

    ApplicationStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one unless the product has an open one; its number. */
    public Mono<Long> add(String product, boolean isRenewal, LocalDate due, Step.By by) {
        return database.sql(
                        """
                        insert into catalogue_application (product_code, is_renewal, stage, due,
                               applied_by, applied_at)
                        values (:product, :renewal, 'county', :due, :by, :at)
                        on conflict do nothing
                        returning application_id
                        """)
                .bind("product", product)
                .bind("renewal", isRenewal)
                .bind("due", due)
                .bind("by", by.login())
                .bind("at", by.at())
                .map(row -> number(row, "application_id"))
                .one();
    }

    /** Moves one on unless somebody else has meanwhile; whether it was moved. */
    public Mono<Boolean> move(Application before, Application.Where where, LocalDate due) {
        return database.sql(
                        """
                        update catalogue_application
                           set stage = :stage, stage_before = :before, due = :due,
                               version = version + 1
                         where application_id = :id and version = :version
                        """)
                .bind("id", before.id())
                .bind("version", before.version())
                .bind("stage", where.stage().word())
                .bind("before", Parameters.in(R2dbcType.VARCHAR, word(where.before())))
                .bind("due", due)
                .fetch()
                .rowsUpdated()
                .map(moved -> moved == 1);
    }

    private static @Nullable String word(@Nullable Stage stage) {
        return stage == null ? null : stage.word();
    }

    /** Writes down what was done. */
    public Mono<Void> note(long application, Step step) {
        return database.sql(
                        """
                        insert into catalogue_step (application_id, number, deed, reason, stage,
                               office, done_by, done_at)
                        values (:id, :number, :deed, :reason, :stage, :office, :by, :at)
                        """)
                .bind("id", application)
                .bind("number", step.number())
                .bind("deed", step.deed())
                .bind("reason", step.reason())
                .bind("stage", step.stage().word())
                .bind("office", step.by().office())
                .bind("by", step.by().login())
                .bind("at", step.by().at())
                .then();
    }

    /** One that somebody may see. */
    public Mono<Application> find(Sphere sphere, long id) {
        return database.sql(
                        APPLICATIONS
                                + JOINED
                                + """
                                 where a.application_id = :id
                                   and (s.tenant_id = :tenant or s.county_code like :county)
                                """)
                .bind("id", id)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .map(ApplicationStore::application)
                .one();
    }

    /** Whether offices have checked something of a supplier that has to stay as it is. */
    public Mono<Boolean> isChecked(String supplier) {
        return database.sql(APPLICATIONS + JOINED + " where p.supplier_id = :supplier")
                .bind("supplier", supplier)
                .map(ApplicationStore::application)
                .all()
                .any(Application::isChecked);
    }

    /** All of a product, the newest first. */
    public Flux<Application> of(String product) {
        return database.sql(
                        APPLICATIONS
                                + JOINED
                                + """
                                 where a.product_code = :product
                                 order by a.application_id desc
                                """)
                .bind("product", product)
                .map(ApplicationStore::application)
                .all();
    }

    /** Those that somebody may see and asks for, the most urgent first. */
    public Flux<Application> all(Sphere sphere, Page.Wish wish, LocalDate today) {
        return asked(
                        APPLICATIONS
                                + JOINED
                                + SEEN
                                + """
                                 order by a.stage not in ('county', 'city', 'province',
                                                          'publicity', 'returned'),
                                          a.due, a.application_id
                                 offset :skip limit :count
                                """,
                        sphere,
                        wish,
                        today)
                .bind("skip", wish.skip())
                .bind("count", wish.count())
                .map(ApplicationStore::application)
                .all();
    }

    /** How many there are of them. */
    public Mono<Long> count(Sphere sphere, Page.Wish wish, LocalDate today) {
        return asked("select count(*) as n" + JOINED + SEEN, sphere, wish, today)
                .map(row -> number(row, "n"))
                .one();
    }

    private GenericExecuteSpec asked(String sql, Sphere sphere, Page.Wish wish, LocalDate today) {
        return PageRows.bound(database.sql(sql), sphere, wish)
                .bind("which", wish.which())
                .bind("today", today);
    }

    /** Those whose time is over, where nobody has to do anything for that. */
    public Flux<Application> elapsed(LocalDate today, int count) {
        return database.sql(
                        APPLICATIONS
                                + JOINED
                                + """
                                 where a.stage in ('publicity', 'returned') and a.due < :today
                                 order by a.due, a.application_id limit :count
                                """)
                .bind("today", today)
                .bind("count", count)
                .map(ApplicationStore::application)
                .all();
    }

    /** What was done with one, in order. */
    public Flux<Step> steps(long id) {
        return database.sql(
                        """
                        select number, deed, reason, stage, office, done_by, done_at
                          from catalogue_step where application_id = :id order by number
                        """)
                .bind("id", id)
                .map(ApplicationStore::step)
                .all();
    }

    private static Step step(Readable row) {
        return new Step(
                number(row, "number"),
                text(row, "deed"),
                text(row, "reason"),
                Stage.of(text(row, "stage")),
                new Step.By(text(row, "done_by"), text(row, "office"), moment(row, "done_at")));
    }

    private static Application application(Readable row) {
        String before = row.get("stage_before", String.class);
        return new Application(
                number(row, "application_id"),
                new Application.Subject(
                        text(row, "product_code"),
                        text(row, "supplier_id"),
                        text(row, "county_code")),
                required(row, "is_renewal", Boolean.class),
                new Application.Where(
                        Stage.of(text(row, "stage")), before == null ? null : Stage.of(before)),
                required(row, "due", LocalDate.class),
                Arrays.stream(required(row, "speakers", String[].class))
                        .collect(Collectors.toSet()),
                number(row, "version"));
    }
}
