package org.assistcounter.fleet.operators;

import java.util.Set;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.store.SessionStore;
import org.assistcounter.fleet.operators.store.TenantStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where the platform keeps organisations, each with its first administrator, and auditors choose
 * which one they look at.
 */
@Service
public class TenantDesk {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final Pattern DIVISION = Pattern.compile("([0-9]{6})?");

    private final Tenants tenants;
    private final TenantStore store;
    private final PeopleDesk people;
    private final SessionStore sessions;
    private final Audit audit;
    private final TransactionalOperator transaction;

    TenantDesk(
            Tenants tenants,
            TenantStore store,
            PeopleDesk people,
            SessionStore sessions,
            Audit audit,
            TransactionalOperator transaction) {
        this.tenants = tenants;
        this.store = store;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Who is to be the first of an organisation. */
    public record First(String login, String name) {}

    /** What became of a wish. */
    public sealed interface Outcome {

        /** It is done, and this link lets the first administrator choose a password. */
        record Added(String login, String token) implements Outcome {}

        /** It is done. */
        record Done() implements Outcome {}

        /** Nothing is changed. */
        record Refused(String word) implements Outcome {}
    }

    /** All organisations. */
    public Flux<Tenant> all() {
        return tenants.all();
    }

    /** Adds an organisation and invites its first administrator: both or neither. */
    public Mono<Outcome> add(Operator by, Tenant wanted, First first) {
        String wrong = by.isDemonstration() ? "demonstration" : wrong(wanted);
        if (!wrong.isEmpty()) {
            return Mono.just(new Outcome.Refused(wrong));
        }
        Operator inside = by.at(wanted.id());
        return tenants.add(wanted)
                .flatMap(isAdded ->
                        isAdded
                                ? audit.record(
                                                by,
                                                "tenant-added",
                                                wanted.id(),
                                                wanted.kind().word())
                                        .then(
                                                people.invite(
                                                        inside,
                                                        first.login(),
                                                        first.name(),
                                                        Set.of(Role.ADMINISTRATOR)))
                                        .map(TenantDesk::outcome)
                                : Mono.<Outcome>just(new Outcome.Refused("id-taken")))
                .flatMap(outcome ->
                        outcome instanceof Outcome.Refused refused
                                ? Mono.<Outcome>error(new Undone(refused))
                                : Mono.just(outcome))
                .as(transaction::transactional)
                .onErrorResume(Undone.class, undone -> Mono.just(undone.refused));
    }

    /** Closes an organisation: its people are out at once. Its things stay. */
    public Mono<Outcome> close(Operator by, String id) {
        return id.equals(by.home())
                ? Mono.just(new Outcome.Refused("oneself"))
                : set(by, id, true, "tenant-closed");
    }

    /** Opens it again. */
    public Mono<Outcome> reopen(Operator by, String id) {
        return set(by, id, false, "tenant-reopened");
    }

    /** Which organisations somebody may look at; none for most. */
    public Flux<Tenant> around(Operator by) {
        return tenants.find(by.home())
                .filter(home -> home.kind().looksAround() && by.may(May.LOOK_AROUND))
                .flatMapMany(home -> tenants.all())
                .filter(tenant -> !tenant.isClosed());
    }

    /** Looks at an organisation in this session from now on; whether one may. */
    public Mono<Boolean> look(Operator by, String session, String id) {
        return around(by)
                .any(tenant -> tenant.id().equals(id))
                .flatMap(mayLook ->
                        mayLook
                                ? sessions.lookAt(Tokens.hash(session), id)
                                        .then(noted(by.at(id)))
                                        .thenReturn(true)
                                : Mono.just(false))
                .as(transaction::transactional);
    }

    private Mono<Void> noted(Operator guest) {
        return guest.isGuest() ? audit.record(guest, "looked-in", guest.login(), "") : Mono.empty();
    }

    private Mono<Outcome> set(Operator by, String id, boolean isClosed, String action) {
        if (by.isDemonstration()) {
            return Mono.just(new Outcome.Refused("demonstration"));
        }
        return store.setClosed(id, isClosed)
                .flatMap(isChanged ->
                        isChanged
                                ? audit.record(by, action, id, "")
                                        .<Outcome>thenReturn(new Outcome.Done())
                                : Mono.just(new Outcome.Refused("nothing-to-change")))
                .as(transaction::transactional);
    }

    private static Outcome outcome(PeopleDesk.Outcome outcome) {
        return switch (outcome) {
            case PeopleDesk.Outcome.Linked(String login, String token) ->
                    new Outcome.Added(login, token);
            case PeopleDesk.Outcome.Done _ -> new Outcome.Done();
            case PeopleDesk.Outcome.Refused refused -> new Outcome.Refused(refused.word());
        };
    }

    /** The word of what is wrong; empty when nothing is. */
    private static String wrong(Tenant wanted) {
        if (!ID.matcher(wanted.id()).matches()) {
            return "wrong-id";
        }
        if (!PeopleDesk.isName(wanted.names().zh()) || !PeopleDesk.isName(wanted.names().en())) {
            return "no-name";
        }
        return DIVISION.matcher(wanted.division()).matches() ? "" : "wrong-division";
    }

    /** Takes back what the transaction has done so far. */
    private static final class Undone extends RuntimeException {
        private final transient Outcome.Refused refused;

        Undone(Outcome.Refused refused) {
            super(refused.word(), null, false, false);
            this.refused = refused;
        }
    }
}
