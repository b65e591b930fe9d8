package org.assistcounter.fleet.sites.store;

import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.fleet.sites.Venue;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps sites in the table `sites`. */
@Repository
public class SiteStore {

    private static final String SITES =
            """
            select site_id, tenant_id, venue, name_zh, name_en,
                   division_code, division_year, zone
              from sites
            """;

    private final DatabaseClient database;

    SiteStore(DatabaseClient database) {
        this.database = database;
    }

    /** The site of that id. */
    public Mono<Site> find(String siteId) {
        return database.sql(
                        SITES
                                + """
                                 where site_id = :site
                                """)
                .bind("site", siteId)
                .map(SiteStore::site)
                .one();
    }

    /** Those of these sites that there are. */
    public Flux<Site> find(Collection<String> ids) {
        return database.sql(
                        SITES
                                + """
                                 where site_id = any(:sites)
                                """)
                .bind("sites", ids.toArray(String[]::new))
                .map(SiteStore::site)
                .all();
    }

    /** The first of a tenant's by id. */
    public Mono<Site> first(String tenant) {
        return database.sql(
                        SITES
                                + """
                                 where tenant_id = :tenant
                                 order by site_id
                                 limit 1
                                """)
                .bind("tenant", tenant)
                .map(SiteStore::site)
                .one();
    }

    /** The sites of a tenant by id. */
    public Flux<Site> of(String tenant) {
        return database.sql(
                        SITES
                                + """
                                 where tenant_id = :tenant
                                 order by site_id
                                """)
                .bind("tenant", tenant)
                .map(SiteStore::site)
                .all();
    }

    /** Adds a site unless one has its id. */
    public Mono<Void> addIfMissing(Site site, Instant now) {
        return database.sql(
                        """
                        insert into sites (site_id, tenant_id, venue, name_zh, name_en,
                                           division_code, division_year, zone, created_at)
                        values (:site, :tenant, :venue, :zh, :en, :code, :year, :zone, :now)
                        on conflict (site_id) do nothing
                        """)
                .bind("site", site.id())
                .bind("tenant", site.tenant())
                .bind("venue", site.venue().word())
                .bind("zh", site.names().zh())
                .bind("en", site.names().en())
                .bind("code", site.division().code())
                .bind("year", site.division().year())
                .bind("zone", site.zone().getId())
                .bind("now", now)
                .then();
    }

    private static Site site(Readable row) {
        int year = Columns.required(row, "division_year", Integer.class);
        return new Site(
                text(row, "site_id"),
                text(row, "tenant_id"),
                Venue.of(text(row, "venue")),
                new Site.Names(text(row, "name_zh"), text(row, "name_en")),
                new Site.Division(text(row, "division_code"), year),
                ZoneId.of(text(row, "zone")));
    }
}
