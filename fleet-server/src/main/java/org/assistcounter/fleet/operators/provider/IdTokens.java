package org.assistcounter.fleet.operators.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assistcounter.fleet.operators.provider.ProviderFailed.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes a code for an ID token and looks whether it is to be believed (OpenID Connect Core 1.0,
 * section 3.1.3.7): signature by a key that the provider publishes now, issuer, audience,
 * authorised party, times, and the nonce of this browser. The keys are fetched each time, so a
 * provider may change them whenever it likes.
 */
@Component
class IdTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int SUBJECT_LENGTH_MAX = 255;
    private static final String PRINTABLE = "[\\x20-\\x7E]+";

    private final ProviderCalls calls;
    private final Clock clock;
    private final WebClientReactiveAuthorizationCodeTokenResponseClient codes;

    IdTokens(ProviderCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        this.codes = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        codes.setWebClient(calls.web());
    }

    /** Where a browser is sent. */
    static OAuth2AuthorizationRequest request(
            ClientRegistration client, VisitToken token, String acr, Duration sessionMax) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(said(client.getProviderDetails().getAuthorizationUri()))
                .redirectUri(said(client.getRedirectUri()))
                .scopes(client.getScopes())
                .state(token.state())
                .attributes(all -> all.put(PkceParameterNames.CODE_VERIFIER, token.verifier()))
                .additionalParameters(all -> {
                    all.put(OidcParameterNames.NONCE, token.nonce());
                    all.put(PkceParameterNames.CODE_CHALLENGE, token.challenge());
                    all.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    all.put("max_age", String.valueOf(sessionMax.toSeconds()));
                    if (!acr.isEmpty()) {
                        all.put("acr_values", acr);
                    }
                })
                .build();
    }

    /** Who comes back with that code; fails where the answer is not to be believed. */
    Mono<Identity> redeem(
            ClientRegistration client,
            OAuth2AuthorizationRequest request,
            VisitToken token,
            String code) {
        var response =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(said(client.getRedirectUri()))
                        .state(token.state())
                        .build();
        var exchange = new OAuth2AuthorizationExchange(request, response);
        return codes.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(client, exchange))
                .map(tokens ->
                        Objects.toString(
                                tokens.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN),
                                ""))
                .flatMap(decoder(client)::decode)
                .map(jwt -> identity(jwt, token))
                .timeout(PATIENCE)
                .onErrorMap(failure -> ProviderCalls.failed(failure, Why.WRONG));
    }

    private NimbusReactiveJwtDecoder decoder(ClientRegistration client) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(
                                said(client.getProviderDetails().getJwkSetUri()))
                        .webClient(calls.web())
                        .jwsAlgorithms(all -> all.addAll(Metadata.ALGORITHMS))
                        .build();
        var claims = new OidcIdTokenValidator(client);
        claims.setClock(clock);
        claims.setClockSkew(SKEW);
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        OAuth2TokenValidator<Jwt> both = new DelegatingOAuth2TokenValidator<>(times, claims);
        decoder.setJwtValidator(both);
        return decoder;
    }

    private static Identity identity(Jwt jwt, VisitToken token) {
        if (!token.nonce().equals(jwt.getClaimAsString(OidcParameterNames.NONCE))) {
            throw new ProviderFailed(Why.WRONG, "the ID token is of another sign-in");
        }
        String subject = said(jwt.getSubject());
        if (subject.length() > SUBJECT_LENGTH_MAX || !subject.matches(PRINTABLE)) {
            throw new ProviderFailed(Why.WRONG, "the ID token names nobody as it should");
        }
        Instant signedInAt = jwt.getClaimAsInstant("auth_time");
        List<String> methods = jwt.getClaimAsStringList("amr");
        return new Identity(
                Objects.toString(jwt.getClaimAsString("iss"), ""),
                subject,
                methods == null ? List.of() : methods,
                Objects.toString(jwt.getClaimAsString("acr"), ""),
                signedInAt);
    }

    /** Looked for when the provider described itself, or when its token was checked. */
    private static String said(@Nullable String value) {
        return Objects.requireNonNull(value, "what is always there");
    }
}
