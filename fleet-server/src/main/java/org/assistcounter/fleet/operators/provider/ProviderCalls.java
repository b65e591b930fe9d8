package org.assistcounter.fleet.operators.provider;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.assistcounter.fleet.operators.provider.ProviderFailed.Why;
import org.assistcounter.fleet.settings.FleetSettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Speaks to providers: to no address that is not to be asked, not for long, not for much, and
 * follows no redirection. What a provider says of itself is remembered for a minute, so that a
 * crowd at the sign-in page is none at the provider.
 */
@Component
class ProviderCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int REMEMBERED_MAX = 500;
    private static final int BYTES_MAX = 200_000;
    private static final int CAUSES_MAX = 20;
    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> AN_OBJECT =
            new ParameterizedTypeReference<>() {};

    private final AddressRules rules;
    private final WebClient web;
    private final Map<String, Mono<Metadata>> remembered = new LinkedHashMap<>();

    ProviderCalls(FleetSettings fleet, ProviderSettings settings) {
        this.rules = new AddressRules(fleet.demonstration(), settings.inside());
        var names = HttpResources.get().getOrCreateDefaultResolver();
        var http =
                HttpClient.create(ConnectionProvider.newConnection())
                        .resolver(new GuardedAddresses(names, rules))
                        .responseTimeout(PATIENCE);
        this.web =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(BYTES_MAX))
                        .build();
    }

    AddressRules rules() {
        return rules;
    }

    WebClient web() {
        return web;
    }

    /** What the provider of that name says of itself, as of a minute ago at most. */
    synchronized Mono<Metadata> discovered(String issuer) {
        Mono<Metadata> known = remembered.get(issuer);
        if (known != null) {
            return known;
        }
        Mono<Metadata> asked =
                discover(issuer)
                        .cache(found -> REMEMBERED, failure -> Duration.ZERO, () -> Duration.ZERO);
        remembered.put(issuer, asked);
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return asked;
    }

    /** What it says now. */
    Mono<Metadata> discover(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return web.get()
                .uri(URI.create(base + DOCUMENT))
                .accept(MediaType.APPLICATION_JSON)
                .exchangeToMono(ProviderCalls::document)
                .timeout(PATIENCE)
                .map(said -> Metadata.of(issuer, said, rules))
                .onErrorMap(
                        failure -> !(failure instanceof ProviderFailed),
                        failure -> failed(failure, Why.NO_PROVIDER));
    }

    /** What is to be told of a failure; the given reason where the network is not to blame. */
    static ProviderFailed failed(Throwable failure, Why otherwise) {
        Throwable cause = failure;
        Why why = otherwise;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof ProviderFailed known) {
                return known;
            }
            if (cause instanceof GuardedAddresses.InsideAddress) {
                why = Why.INSIDE;
            } else if (why == otherwise && isOfTheNetwork(cause)) {
                why = Why.UNREACHABLE;
            }
            cause = cause.getCause();
        }
        return new ProviderFailed(why, String.valueOf(failure.getMessage()), failure);
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof WebClientException;
    }

    private static Mono<Map<String, Object>> document(ClientResponse response) {
        boolean isThere = response.statusCode().isSameCodeAs(HttpStatus.OK);
        return isThere
                ? response.bodyToMono(AN_OBJECT)
                        .switchIfEmpty(Mono.error(() -> none("an empty answer")))
                : response.releaseBody()
                        .then(Mono.error(() -> none("status " + response.statusCode())));
    }

    private static ProviderFailed none(String detail) {
        return new ProviderFailed(Why.NO_PROVIDER, detail);
    }
}
