package org.assistcounter.fleet.complaints.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import org.assistcounter.fleet.complaints.Decision;
import org.assistcounter.fleet.complaints.Decision.By;
import org.assistcounter.fleet.complaints.Decision.State;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps decisions. Each change names the state it comes from, so that of two at once one wins. */
@Repository
public class DecisionStore {

    private final DatabaseClient database;

    DecisionStore(DatabaseClient database) {
        this.database = database;
    }

    /** A decision and the case that it is of. */
    public record Kept(long caseId, Decision decision) {}

    /** What stands of a case; empty while nothing does. */
    public Mono<Decision> find(long caseId) {
        return database.sql("select * from complaints_decision where case_id = :id")
                .bind("id", caseId)
                .map(DecisionStore::decision)
                .one();
    }

    /** The decisions of a tenant that wait for somebody, oldest first. */
    public Flux<Kept> waiting(String tenant) {
        return database.sql(
                        """
                        select * from complaints_decision
                         where tenant_id = :tenant and state <> 'settled'
                         order by decided_at
                        """)
                .bind("tenant", tenant)
                .map(DecisionStore::kept)
                .all();
    }

    /** The decisions of a tenant that are through, newest first. */
    public Flux<Kept> settled(String tenant, int count) {
        return database.sql(
                        """
                        select * from complaints_decision
                         where tenant_id = :tenant and state = 'settled'
                         order by decided_at desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(DecisionStore::kept)
                .all();
    }

    /** Keeps the first decision about a case; false when there is one. */
    public Mono<Boolean> add(CaseFile file, Decision decision) {
        return isChanged(
                database.sql(
                                """
                                insert into complaints_decision (case_id, tenant_id, finding,
                                       why, state, decided_by, decided_at)
                                values (:id, :tenant, :finding, :why, :state, :by, :at)
                                on conflict (case_id) do nothing
                                """)
                        .bind("id", file.id())
                        .bind("tenant", file.where().tenant())
                        .bind("finding", decision.finding().word())
                        .bind("why", decision.why())
                        .bind("state", decision.state().word())
                        .bind("by", decision.decided().login())
                        .bind("at", decision.decided().at()));
    }

    /** Keeps that a second person agreed; false when that proposal is no more. */
    public Mono<Boolean> second(long caseId, Decision agreed, By by) {
        return isChanged(
                database.sql(
                                """
                                update complaints_decision
                                   set state = :next, seconded_by = :by, seconded_at = :at
                                 where case_id = :id and state = 'proposed'
                                   and decided_at = :decided and finding = :finding
                                """)
                        .bind("id", caseId)
                        .bind("next", agreed.state().word())
                        .bind("by", by.login())
                        .bind("at", by.at())
                        .bind("decided", agreed.decided().at())
                        .bind("finding", agreed.finding().word()));
    }

    /** Forgets a proposal; false when that one is no more. */
    public Mono<Boolean> decline(long caseId, Instant decidedAt) {
        return isChanged(
                database.sql(
                                """
                                delete from complaints_decision
                                 where case_id = :id and state = 'proposed'
                                   and decided_at = :decided
                                """)
                        .bind("id", caseId)
                        .bind("decided", decidedAt));
    }

    /** Whether the same transfer was given for another case. */
    public Mono<Boolean> isUsed(String tenant, Decision.Paid paid) {
        return database.sql(
                        """
                        select exists (select 1 from complaints_decision
                                        where tenant_id = :tenant and payout_way = :way
                                          and payout_reference = :reference) as used
                        """)
                .bind("tenant", tenant)
                .bind("way", paid.way().word())
                .bind("reference", paid.reference())
                .map(row -> required(row, "used", Boolean.class))
                .one();
    }

    /** Keeps a payout; false when the money is not owed any more. */
    public Mono<Boolean> payOut(long caseId, Decision.Paid paid) {
        return isChanged(
                database.sql(
                                """
                                update complaints_decision
                                   set state = 'settled', payout_way = :way,
                                       payout_reference = :reference,
                                       paid_by = :by, paid_at = :at
                                 where case_id = :id and state = 'owed'
                                """)
                        .bind("id", caseId)
                        .bind("way", paid.way().word())
                        .bind("reference", paid.reference())
                        .bind("by", paid.by().login())
                        .bind("at", paid.by().at()));
    }

    private static Mono<Boolean> isChanged(GenericExecuteSpec change) {
        return change.fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private static Kept kept(Readable row) {
        return new Kept(number(row, "case_id"), decision(row));
    }

    private static Decision decision(Readable row) {
        String finding = text(row, "finding");
        String state = text(row, "state");
        return new Decision(
                Arrays.stream(Finding.values())
                        .filter(each -> each.word().equals(finding))
                        .findFirst()
                        .orElseThrow(),
                text(row, "why"),
                Arrays.stream(State.values())
                        .filter(each -> each.word().equals(state))
                        .findFirst()
                        .orElseThrow(),
                new By(text(row, "decided_by"), moment(row, "decided_at")),
                by(row, "seconded"),
                paid(row));
    }

    private static Decision.@Nullable Paid paid(Readable row) {
        By by = by(row, "paid");
        if (by == null) {
            return null;
        }
        String way = text(row, "payout_way");
        return new Decision.Paid(
                Arrays.stream(Payout.values())
                        .filter(each -> each.word().equals(way))
                        .findFirst()
                        .orElseThrow(),
                text(row, "payout_reference"),
                by);
    }

    private static @Nullable By by(Readable row, String what) {
        String login = row.get(what + "_by", String.class);
        Instant at = row.get(what + "_at", Instant.class);
        return login == null || at == null ? null : new By(login, at);
    }
}
