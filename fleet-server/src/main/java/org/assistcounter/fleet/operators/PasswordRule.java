package org.assistcounter.fleet.operators;

import org.assistcounter.fleet.operators.store.PasswordRuleStore;
import org.assistcounter.fleet.operators.store.SessionStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Whether people of an organisation may use passwords. One that has a provider may forbid them, by
 * an administrator who is here by that provider: who cannot come by it would lock themselves out.
 * Passkeys and programs' tokens go on. The platform can allow passwords again, for the day on which
 * the provider is away for good.
 */
@Service
public class PasswordRule {

    private static final String ALLOWED = "passwords-allowed";
    private static final String NOTHING = "nothing-to-change";

    private final PasswordRuleStore store;
    private final SessionStore sessions;
    private final Audit audit;
    private final TransactionalOperator transaction;

    PasswordRule(
            PasswordRuleStore store,
            SessionStore sessions,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * What holds in an organisation that has a provider.
     *
     * @param hasComeByIt whether who asks is here by the provider
     */
    public record Rule(String issuer, boolean areForbidden, boolean hasComeByIt) {}

    /** Whether an organisation forbids them. */
    public Mono<Boolean> isForbidden(String tenant) {
        return store.isForbidden(tenant);
    }

    /**
     * What holds in somebody's organisation; empty where it has no provider.
     *
     * @param session the token by which they are here
     */
    public Mono<Rule> of(Operator person, String session) {
        return store.of(person, Tokens.hash(session));
    }

    /**
     * Forbids them in one's own organisation; the word of a refusal, or nothing when it is done.
     */
    public Mono<String> forbid(Operator by, String session) {
        if (by.isDemonstration() || by.home().equals(Tenants.DEMONSTRATION)) {
            return Mono.just("demonstration");
        }
        return store.lock(by.home())
                .then(of(by, session))
                .map(rule -> {
                    if (rule.areForbidden()) {
                        return NOTHING;
                    }
                    return rule.hasComeByIt() ? "" : "not-by-provider";
                })
                .defaultIfEmpty("no-provider")
                .flatMap(word -> word.isEmpty() ? forbidden(by) : Mono.just(word))
                .as(transaction::transactional);
    }

    private Mono<String> forbidden(Operator by) {
        return store.set(by.home(), true)
                .then(sessions.endOf(by.home(), Way.PASSWORD))
                .then(audit.record(by, "passwords-forbidden", by.home(), ""))
                .then(Mono.empty());
    }

    /**
     * Allows them again; the word of a refusal, or nothing when it is done. An organisation reads
     * in its own audit what the platform does to it.
     */
    public Mono<String> allow(Operator by, String tenant) {
        if (by.isDemonstration()) {
            return Mono.just("demonstration");
        }
        return allowed(by, tenant)
                .flatMap(isChanged -> isChanged ? Mono.<String>empty() : Mono.just(NOTHING))
                .as(transaction::transactional);
    }

    /** What people came by through a provider that goes ends, and passwords are allowed again. */
    public Mono<Void> endWithProvider(Operator by, String tenant) {
        return sessions.endOf(tenant, Way.ORGANISATION)
                .then(allowed(by, tenant))
                .as(transaction::transactional)
                .then();
    }

    /** Allows them again because whoever runs the server lets somebody in by a link. */
    Mono<Void> allowAtStart(String tenant) {
        return store.set(tenant, false)
                .filter(isChanged -> isChanged)
                .flatMap(isChanged -> audit.note(tenant, ALLOWED, tenant, "by the server's start"))
                .as(transaction::transactional)
                .then();
    }

    private Mono<Boolean> allowed(Operator by, String tenant) {
        return store.set(tenant, false)
                .flatMap(isChanged ->
                        isChanged
                                ? audit.record(by, ALLOWED, tenant, "")
                                        .then(told(by, tenant))
                                        .thenReturn(true)
                                : Mono.just(false));
    }

    private Mono<Void> told(Operator by, String tenant) {
        return by.home().equals(tenant)
                ? Mono.empty()
                : audit.note(tenant, ALLOWED, tenant, "by the platform: " + by.login());
    }
}
