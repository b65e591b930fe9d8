package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.AuditCheck;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** That who did what is written once, in order, and cannot be changed unseen. */
@ExtendWith(RunningServer.class)
class AuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 200;

    private final RunningServer.Parts server = RunningServer.parts();
    private final Audit audit = server.bean(Audit.class);

    @Test
    void refusesEveryChange() {
        Operator person = somebody("au-refuses");
        audit.record(person, "tried", "a", "").block();

        for (String change :
                List.of(
                        "update audit set detail = 'x'",
                        "delete from audit",
                        "truncate audit cascade",
                        "update audit_chain set number = number + 1",
                        "delete from audit_chain",
                        "truncate audit_chain")) {
            assertThatThrownBy(() -> database(change))
                    .as(change)
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void chainsWhatComesAtOnceWithoutAGap() {
        Operator person = somebody("au-crowd");

        Flux.range(0, AT_ONCE)
                .flatMap(
                        each -> audit.record(person, "crowd", "n" + each, "多字节 ✓ " + each), AT_ONCE)
                .then()
                .block(PATIENCE);

        AuditCheck done = check(person);
        assertThat(done.broken()).isZero();
        assertThat(done.number()).isEqualTo(AT_ONCE);
        assertThat(audit.length(person.tenant()).block()).isEqualTo(AT_ONCE);
    }

    /** What somebody can do who owns the database: take the guard away, change a line, go. */
    @Test
    void findsALineThatWasChangedTakenAwayOrPutIn() {
        for (String deed :
                List.of(
                        "update audit set detail = 'another' where subject = 'n2'",
                        "update audit set at = at + interval '1 microsecond' where subject = 'n2'",
                        "update audit set person_id = null where subject = 'n2'",
                        "update audit_chain set hash = sha256('x') where audit_id ="
                                + " (select audit_id from audit where subject = 'n2')",
                        "with gone as (delete from audit_chain where audit_id ="
                                + " (select audit_id from audit where subject = 'n2'))"
                                + " delete from audit where subject = 'n2'")) {
            Operator person = somebody("au-victim" + Integer.toHexString(deed.hashCode()));
            for (int line = 1; line <= 3; line++) {
                audit.record(person, "told", "n" + line, "").block();
            }
            assertThat(check(person).broken()).isZero();

            unguarded(
                    deed.replace(
                            "subject = 'n2'",
                            "subject = 'n2' and tenant_id = '" + person.tenant() + "'"));

            assertThat(check(person).broken()).as(deed).isBetween(2L, 3L);
        }
    }

    @Test
    void findsLinesCutOffAtTheEnd() {
        Operator person = somebody("au-cut");
        for (int line = 1; line <= 3; line++) {
            audit.record(person, "told", "n" + line, "").block();
        }

        unguarded("delete from audit_chain where tenant_id = 'au-cut' and number = 3");

        assertThat(check(person).broken()).isEqualTo(3);
    }

    @Test
    void findsThatTheNoteOfTheEndWasTakenAwayOrPutBack() {
        for (String deed :
                List.of(
                        "delete from audit_heads where tenant_id = '%s'",
                        "update audit_heads h set number = 1, hash = c.hash from audit_chain c"
                                + " where c.tenant_id = h.tenant_id and c.number = 1"
                                + " and h.tenant_id = '%s'")) {
            Operator person = somebody("au-end" + Integer.toHexString(deed.hashCode()));
            audit.record(person, "told", "n1", "").block();
            audit.record(person, "told", "n2", "").block();

            database(deed.formatted(person.tenant()));

            assertThat(check(person).broken()).as(deed).isEqualTo(3);
        }
    }

    /** Who owns the database can write all hashes anew, but not what the log has. */
    @Test
    void findsWhoMadeAllHashesAnewByWhatTheLogWasTold() {
        Logger log = (Logger) LoggerFactory.getLogger("audit");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        Operator person = somebody("au-told");
        audit.record(person, "told", "n1", "first\nline").block();
        Eventually.holds(() -> told(lines).size() == 1);
        log.detachAppender(lines);
        String line = told(lines).getFirst();
        assertThat(line)
                .endsWith(" by au-told: told n1 first line")
                .contains("au-told 1 " + check(person).hash());

        unguarded(
                "update audit set detail = 'another' where tenant_id = 'au-told';"
                        + " update audit_chain c set hash = audit_hash("
                        + "decode(repeat('00', 32), 'hex'), 1, a) from audit a"
                        + " where a.audit_id = c.audit_id and c.tenant_id = 'au-told';"
                        + " update audit_heads h set hash = c.hash from audit_chain c"
                        + " where c.tenant_id = h.tenant_id and h.tenant_id = 'au-told'");

        assertThat(check(person).broken()).as("it looks whole").isZero();
        assertThat(line).doesNotContain(check(person).hash());
    }

    private static List<String> told(ListAppender<ILoggingEvent> lines) {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("au-told "))
                .toList();
    }

    @Test
    void showsLinesToAuditorsAndToNobodyElse() {
        var auditor = PersonsBrowser.of(server, "au-auditor", Role.AUDITOR);
        Operator seen = server.bean(People.class).find("au-auditor").blockOptional().orElseThrow();
        audit.record(seen, "desired-state", "apples", "¥9.90 → ¥8.80").block();
        Operator stranger = somebody("au-stranger");
        audit.record(stranger, "desired-state", "pears", "").block();

        String page = auditor.page("/audit?lang=en&about=au-auditor");

        assertThat(page)
                .contains(
                        "Changed a price or an offer",
                        "¥9.90 → ¥8.80",
                        "data-action=\"desired-state\"")
                .doesNotContain("pears");
        assertThat(auditor.page("/audit?lang=en&check=true")).contains("Whole: all ");
        assertThat(auditor.page("/audit?lang=zh&about=nothing-of-that")).contains("没有符合的记录");
        assertThat(PersonsBrowser.of(server, "au-finance", Role.FINANCE).status("/audit"))
                .isEqualTo(403);
    }

    private AuditCheck check(Operator person) {
        return audit.check(person.tenant()).blockOptional(PATIENCE).orElseThrow();
    }

    /** Alone in a tenant, so that other tests write nothing into its chain. */
    private Operator somebody(String name) {
        server.bean(Tenants.class).addIfMissing(name, name, name).block();
        var person = new People.Newcomer(name, name, name, Set.of(Role.AUDITOR), null);
        People people = server.bean(People.class);
        people.addIfMissing(UUID.randomUUID(), person).block();
        return people.find(name).blockOptional().orElseThrow();
    }

    private void unguarded(String sql) {
        database("alter table audit disable trigger user");
        database("alter table audit_chain disable trigger user");
        try {
            database(sql);
        } finally {
            database("alter table audit enable trigger user");
            database("alter table audit_chain enable trigger user");
        }
    }

    private void database(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block(PATIENCE);
    }
}
