package org.assistcounter.fleet.operators.provider;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.provider.ProviderFailed.Why;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0, section 3), looked at. Pure.
 *
 * @param namesItself whether its answers bear its name (RFC 9207)
 */
record Metadata(Map<String, Object> said, boolean namesItself) {

    /** By keys that it publishes, and never by a secret that others know too, or by nothing. */
    static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.values());

    private static final String ENDPOINT = "authorization_endpoint";
    private static final String ALGORITHMS_SAID = "id_token_signing_alg_values_supported";
    private static final String CHALLENGES_SAID = "code_challenge_methods_supported";
    private static final String METHODS_SAID = "token_endpoint_auth_methods_supported";
    private static final Set<ClientAuthenticationMethod> BY_SECRET =
            Set.of(
                    ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                    ClientAuthenticationMethod.CLIENT_SECRET_POST);

    Metadata {
        said = Map.copyOf(said);
    }

    /** Refuses what is no provider of that name, or none that we can sign in by. */
    static Metadata of(String issuer, Map<String, Object> said, AddressRules rules) {
        if (!issuer.equals(said.get("issuer"))) {
            throw new ProviderFailed(Why.OTHER_ISSUER, "it calls itself " + said.get("issuer"));
        }
        boolean areGood =
                Stream.of(ENDPOINT, "token_endpoint", "jwks_uri")
                        .map(name -> Objects.toString(said.get(name), ""))
                        .allMatch(rules::allows);
        if (!areGood) {
            throw new ProviderFailed(Why.NO_PROVIDER, "an address is missing or none to ask");
        }
        if (!has(said, "response_types_supported", "code")
                || (said.containsKey(METHODS_SAID) && takesNoSecret(said))
                || (said.containsKey(CHALLENGES_SAID) && !has(said, CHALLENGES_SAID, "S256"))
                || ALGORITHMS.stream()
                        .noneMatch(each -> has(said, ALGORITHMS_SAID, each.getName()))) {
            throw new ProviderFailed(Why.CANNOT, "it does not do what is needed");
        }
        var metadata =
                new Metadata(
                        withoutNulls(said),
                        Boolean.TRUE.equals(
                                said.get("authorization_response_iss_parameter_supported")));
        metadata.client(new Provider("check", issuer, "check", ""), "check", issuer);
        return metadata;
    }

    /** Us, as the provider knows us. */
    ClientRegistration client(Provider provider, String secret, String redirect) {
        try {
            return ClientRegistrations.fromOidcConfiguration(said)
                    .registrationId(provider.tenant())
                    .clientId(provider.clientId())
                    .clientSecret(secret)
                    .redirectUri(redirect)
                    .scope("openid")
                    .build();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException noSense) {
            throw new ProviderFailed(Why.NO_PROVIDER, "what it says makes no sense", noSense);
        }
    }

    private static boolean takesNoSecret(Map<String, Object> said) {
        return BY_SECRET.stream().noneMatch(each -> has(said, METHODS_SAID, each.getValue()));
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> said) {
        return said.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean has(Map<String, Object> said, String name, String value) {
        return said.get(name) instanceof List<?> all && all.contains(value);
    }
}
