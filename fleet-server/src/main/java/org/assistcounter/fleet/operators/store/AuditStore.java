package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.fleet.operators.AuditCheck;
import org.assistcounter.fleet.operators.AuditLine;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds to the table `audit`, which refuses everything else and is a chain for each tenant. */
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

    /** Adds a line that is of nobody. */
    public Mono<Void> add(
            String tenant, String action, String subject, String detail, Instant now) {
        return database.sql(
                        """
                        insert into audit (tenant_id, at, action, subject, detail)
                        values (:tenant, :now, :action, :subject, :detail)
                        """)
                .bind("tenant", tenant)
                .bind("now", now)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .then();
    }

    /**
     * The newest lines of a tenant, the newest first.
     *
     * @param below only lines with a smaller number
     * @param about only lines whose person, action or subject this is; empty for all
     */
    public Flux<AuditLine> newest(String tenant, long below, String about, int count) {
        return database.sql(
                        """
                        select c.number, a.at, a.action, a.subject, a.detail,
                               coalesce(p.login, '') as login, encode(c.hash, 'hex') as hash
                          from audit_chain c
                          join audit a on a.audit_id = c.audit_id
                          left join people p on p.person_id = a.person_id
                         where c.tenant_id = :tenant and c.number < :below
                           and (:about = '' or :about in (p.login, a.action, a.subject))
                         order by c.number desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("below", below)
                .bind("about", about)
                .bind("count", count)
                .map(AuditStore::line)
                .all();
    }

    /** Lines of a tenant from a number on, with what their hashes cover. */
    public Flux<AuditCheck.Covered> covered(String tenant, long above, long upTo, int count) {
        return database.sql(
                        """
                        select c.number, a.at, a.action, a.subject, a.detail,
                               coalesce(a.person_id::text, '') as person,
                               encode(c.hash, 'hex') as hash
                          from audit_chain c join audit a on a.audit_id = c.audit_id
                         where c.tenant_id = :tenant and a.tenant_id = c.tenant_id
                           and c.number > :above and c.number <= :upTo
                         order by c.number
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("above", above)
                .bind("upTo", upTo)
                .bind("count", count)
                .map(row ->
                        new AuditCheck.Covered(
                                number(row, "number"),
                                moment(row, "at"),
                                text(row, "person"),
                                deed(row),
                                text(row, "hash")))
                .all();
    }

    /** Where a tenant's chain ends: how many lines there are, and the last one's hash in hex. */
    public record Head(long number, String hash) {}

    /** Where a tenant's chain ends: as it is noted, or further where there are more lines. */
    public Mono<Head> head(String tenant) {
        return database.sql(
                        """
                        select greatest(coalesce(h.number, 0), coalesce(c.number, 0)) as number,
                               coalesce(encode(h.hash, 'hex'), '') as hash
                          from (select max(number) as number from audit_chain
                                 where tenant_id = :tenant) c
                          left join audit_heads h on h.tenant_id = :tenant
                        """)
                .bind("tenant", tenant)
                .map(row -> new Head(number(row, "number"), text(row, "hash")))
                .one();
    }

    /** A tenant's lines that the log was not told of, in order. */
    public record Untold(String tenant, AuditLine line) {}

    /** Some of them, of tenants that no other instance tells of; in a transaction. */
    public Flux<Untold> untold(int count) {
        return database.sql(
                        """
                        with open as (select tenant_id, told from audit_heads
                                       where told < number
                                       order by tenant_id for update skip locked)
                        select c.tenant_id, c.number, a.at, a.action, a.subject, a.detail,
                               coalesce(p.login, '') as login, encode(c.hash, 'hex') as hash
                          from open o
                          join audit_chain c on c.tenant_id = o.tenant_id and c.number > o.told
                          join audit a on a.audit_id = c.audit_id
                          left join people p on p.person_id = a.person_id
                         order by c.tenant_id, c.number
                         limit :count
                        """)
                .bind("count", count)
                .map(row -> new Untold(text(row, "tenant_id"), line(row)))
                .all();
    }

    /** The log was told up to this line. */
    public Mono<Void> told(String tenant, long number) {
        return database.sql("update audit_heads set told = :number where tenant_id = :tenant")
                .bind("tenant", tenant)
                .bind("number", number)
                .then();
    }

    private static AuditLine line(Readable row) {
        return new AuditLine(
                number(row, "number"),
                moment(row, "at"),
                deed(row),
                text(row, "login"),
                text(row, "hash"));
    }

    private static AuditLine.Deed deed(Readable row) {
        return new AuditLine.Deed(text(row, "action"), text(row, "subject"), text(row, "detail"));
    }
}
