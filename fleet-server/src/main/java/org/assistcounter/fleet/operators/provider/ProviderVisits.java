package org.assistcounter.fleet.operators.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.Tokens;
import org.assistcounter.fleet.operators.Unseen;
import org.assistcounter.fleet.operators.provider.ProviderFailed.Why;
import org.assistcounter.fleet.operators.store.ProviderStore;
import org.assistcounter.fleet.operators.store.ProviderVisitStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Sends browsers to an organisation's provider and takes them back: the authorization code flow of
 * OpenID Connect with PKCE. Each visit is a row that is taken once, of one browser, for one errand,
 * for ten minutes.
 */
@Service
public class ProviderVisits {

    /** Who is not back after this long begins anew. */
    public static final Duration LIFE_MAX = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderVisits.class);

    private final ProviderStore providers;
    private final ProviderVisitStore visits;
    private final ProviderCalls calls;
    private final IdTokens idTokens;
    private final Errands errands;
    private final Means means;

    ProviderVisits(
            ProviderStore providers,
            ProviderVisitStore visits,
            ProviderCalls calls,
            IdTokens idTokens,
            Errands errands,
            Means means) {
        this.providers = providers;
        this.visits = visits;
        this.calls = calls;
        this.idTokens = idTokens;
        this.errands = errands;
        this.means = means;
    }

    /** What became of a wish to go. */
    public sealed interface Start {

        /**
         * Where to go.
         *
         * @param token for the browser to keep; it is shown again by who comes back
         * @param host whom people are told that they go to
         */
        record Sent(String token, String address, String host) implements Start {}

        /** Nowhere; the end of a message's name. */
        record Refused(String word) implements Start {}
    }

    /** What a browser comes back with; empty where it does not. */
    public record Answer(String state, String code, String error, String issuer) {}

    /** Sends somebody to the provider of an organisation. */
    public Mono<Start> begin(String tenant, Errand errand) {
        return providers
                .find(tenant)
                .flatMap(kept -> sent(kept.provider(), errand))
                .defaultIfEmpty(new Start.Refused("none"))
                .onErrorResume(
                        ProviderFailed.class,
                        failure -> {
                            LOG.warn("The provider of {} is not asked: {}", tenant, said(failure));
                            return Mono.just(new Start.Refused("down"));
                        });
    }

    /**
     * Takes somebody back.
     *
     * @param cookie what the browser kept
     */
    public Mono<Arrival> end(String tenant, String cookie, Answer answer) {
        var token = new VisitToken(cookie);
        if (!token.isStateOf(answer.state())) {
            return Mono.just(new Arrival.Refused("over"));
        }
        return visits.take(Tokens.hash(cookie), tenant, means.clock().instant())
                .flatMap(visit -> judged(tenant, visit, token, answer))
                .defaultIfEmpty(new Arrival.Refused("over"))
                .onErrorResume(
                        ProviderFailed.class, failure -> Mono.just(refused(tenant, failure)));
    }

    private Mono<Start> sent(Provider provider, Errand errand) {
        var token = new VisitToken(means.tokens().draw());
        var now = means.clock().instant();
        return calls.discovered(provider.issuer())
                .map(found -> found.client(provider, "none needed to go", back(provider.tenant())))
                .map(client ->
                        IdTokens.request(client, token, provider.acr(), Sessions.LIFE_MAX)
                                .getAuthorizationRequestUri())
                .flatMap(address ->
                        visits.add(
                                        Tokens.hash(token.value()),
                                        provider,
                                        errand,
                                        now,
                                        now.plus(LIFE_MAX))
                                .thenReturn(
                                        new Start.Sent(
                                                token.value(),
                                                address,
                                                URI.create(address).getHost())));
    }

    private Mono<Arrival> judged(
            String tenant, ProviderVisitStore.Visit visit, VisitToken token, Answer answer) {
        if (!answer.error().isEmpty() || answer.code().isEmpty()) {
            boolean isDenied = answer.error().equals("access_denied");
            LOG.info(
                    "The provider of {} answered with the error `{}`.",
                    tenant,
                    Unseen.blanked(answer.error()));
            return Mono.just(new Arrival.Refused(isDenied ? "denied" : "wrong"));
        }
        return providers
                .find(tenant)
                .filter(kept -> kept.provider().isSameAs(visit.issuer(), visit.clientId()))
                .flatMap(kept ->
                        identified(kept, token, answer)
                                .flatMap(identity ->
                                        errands.run(kept.provider(), visit.errand(), identity)))
                .defaultIfEmpty(new Arrival.Refused("changed"));
    }

    private Mono<Identity> identified(ProviderStore.Kept kept, VisitToken token, Answer answer) {
        Provider provider = kept.provider();
        return calls.discovered(provider.issuer())
                .doOnNext(found -> checkIssuer(found, provider, answer))
                .map(found -> found.client(provider, secret(kept), back(provider.tenant())))
                .flatMap(client -> redeemed(client, provider, token, answer.code()));
    }

    private Mono<Identity> redeemed(
            ClientRegistration client, Provider provider, VisitToken token, String code) {
        var request = IdTokens.request(client, token, provider.acr(), Sessions.LIFE_MAX);
        return idTokens.redeem(client, request, token, code);
    }

    /** An answer of another provider than the one that was asked (RFC 9207). */
    private static void checkIssuer(Metadata found, Provider provider, Answer answer) {
        boolean isMissing = answer.issuer().isEmpty();
        boolean isRight =
                isMissing ? !found.namesItself() : answer.issuer().equals(provider.issuer());
        if (!isRight) {
            throw new ProviderFailed(Why.WRONG, "the answer is of another provider");
        }
    }

    private String secret(ProviderStore.Kept kept) {
        return means.secrets()
                .open(kept.provider().tenant(), kept.sealed())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new ProviderFailed(Why.WRONG, "its secret is not to be opened"));
    }

    /** Where the provider sends browsers back to: of one organisation, to the letter. */
    public String back(String tenant) {
        return means.settings().origin() + "/sign-in/organisation/" + tenant + "/back";
    }

    private static Arrival refused(String tenant, ProviderFailed failure) {
        LOG.warn("What came of the provider of {} was not taken: {}", tenant, said(failure));
        boolean isAway = failure.why() == Why.UNREACHABLE || failure.why() == Why.INSIDE;
        return new Arrival.Refused(isAway ? "down" : "wrong");
    }

    /** On one line: some of it is a stranger's words. */
    private static String said(ProviderFailed failure) {
        return failure.why() + " " + Unseen.blanked(String.valueOf(failure.getMessage()));
    }
}
