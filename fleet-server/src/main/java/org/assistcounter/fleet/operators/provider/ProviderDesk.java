package org.assistcounter.fleet.operators.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PasswordRule;
import org.assistcounter.fleet.operators.factor.SealedSecrets;
import org.assistcounter.fleet.operators.store.ProviderStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Where the platform says which provider vouches for the people of an organisation. The provider is
 * asked before anything is kept. What people came by through another one before ends, and so does
 * that passwords were forbidden: nobody has come by the new one yet.
 */
@Service
public class ProviderDesk {

    private static final Pattern WORD = Pattern.compile("[\\x20-\\x7E]{1,200}");
    private static final Pattern ACR = Pattern.compile("[\\x21-\\x7E]{0,200}");

    private final ProviderStore store;
    private final ProviderCalls calls;
    private final SealedSecrets secrets;
    private final PasswordRule passwords;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    ProviderDesk(
            ProviderStore store,
            ProviderCalls calls,
            SealedSecrets secrets,
            PasswordRule passwords,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.store = store;
        this.calls = calls;
        this.secrets = secrets;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The provider of an organisation that is open. */
    public Mono<Provider> find(String tenant) {
        return store.find(tenant).map(ProviderStore.Kept::provider);
    }

    /**
     * Sets it; the word of a refusal, or nothing when it is done.
     *
     * @param secret what the provider gave us; empty to keep the one that is known
     */
    public Mono<String> set(Operator by, Provider wanted, String secret) {
        String wrong = by.isDemonstration() ? "demonstration" : wrong(wanted, secret);
        if (!wrong.isEmpty()) {
            return Mono.just(wrong);
        }
        return sealed(wanted, secret)
                .map(sealed -> asked(by, new ProviderStore.Kept(wanted, sealed)))
                .defaultIfEmpty(Mono.just("no-secret"))
                .flatMap(answer -> answer);
    }

    private Mono<String> asked(Operator by, ProviderStore.Kept wanted) {
        return calls.discover(wanted.provider().issuer())
                .flatMap(found -> kept(by, wanted).then(Mono.<String>empty()))
                .onErrorResume(ProviderFailed.class, failure -> Mono.just(failure.why().word()));
    }

    /** Removes it; the word of a refusal, or nothing when it is done. */
    public Mono<String> remove(Operator by, String tenant) {
        if (by.isDemonstration()) {
            return Mono.just("demonstration");
        }
        return passwords
                .endWithProvider(by, tenant)
                .then(store.remove(tenant))
                .flatMap(isRemoved ->
                        isRemoved
                                ? audit.record(by, "provider-removed", tenant, "")
                                        .then(Mono.<String>empty())
                                : Mono.just("nothing-to-change"))
                .as(transaction::transactional);
    }

    /** The secret that was typed, or the one that is known of the same client. */
    private Mono<String> sealed(Provider wanted, String secret) {
        if (!secret.isEmpty()) {
            return Mono.just(
                    secrets.seal(wanted.tenant(), secret.getBytes(StandardCharsets.UTF_8)));
        }
        return store.find(wanted.tenant())
                .filter(known -> known.provider().isSameAs(wanted.issuer(), wanted.clientId()))
                .map(ProviderStore.Kept::sealed);
    }

    private Mono<Void> kept(Operator by, ProviderStore.Kept wanted) {
        Provider provider = wanted.provider();
        return store.find(provider.tenant())
                .filter(before ->
                        !before.provider().isSameAs(provider.issuer(), provider.clientId()))
                .flatMap(before -> passwords.endWithProvider(by, provider.tenant()))
                .then(store.put(wanted, clock.instant()))
                .then(audit.record(by, "provider-set", provider.tenant(), provider.issuer()))
                .as(transaction::transactional);
    }

    private String wrong(Provider wanted, String secret) {
        if (!calls.rules().allowsIssuer(wanted.issuer())) {
            return "wrong-issuer";
        }
        if (!WORD.matcher(wanted.clientId()).matches()) {
            return "no-client";
        }
        if (!secret.isEmpty() && !WORD.matcher(secret).matches()) {
            return "no-secret";
        }
        return ACR.matcher(wanted.acr()).matches() ? "" : "wrong-acr";
    }
}
