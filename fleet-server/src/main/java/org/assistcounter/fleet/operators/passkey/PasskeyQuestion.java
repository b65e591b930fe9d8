package org.assistcounter.fleet.operators.passkey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * What a browser asks its passkeys for us, as Web Authentication, level 3, section 5.1.10 writes
 * it.
 *
 * @param members of the JSON object
 */
public record PasskeyQuestion(@JsonValue Map<String, Object> members) {

    private static final String TYPE = "public-key";

    /** Keeps its own members. */
    public PasskeyQuestion {
        members = Map.copyOf(members);
    }

    /**
     * For whom one is made.
     *
     * @param handle in Base64 for addresses
     */
    record User(String handle, String login, String name) {}

    /** To make one, on a device that has none of these. */
    static PasskeyQuestion toMake(String host, String challenge, User user, List<String> known) {
        return new PasskeyQuestion(
                Map.of(
                        "rp", Map.of("id", host, "name", "Assistance Counter"),
                        "user",
                                Map.of(
                                        "id", user.handle(),
                                        "name", user.login(),
                                        "displayName", user.name()),
                        "challenge", challenge,
                        "pubKeyCredParams",
                                PasskeyCheck.algorithms().stream()
                                        .map(each -> Map.of("type", TYPE, "alg", each))
                                        .toList(),
                        "timeout", Passkeys.LIFE_MAX.toMillis(),
                        "excludeCredentials",
                                known.stream().map(id -> Map.of("type", TYPE, "id", id)).toList(),
                        "authenticatorSelection",
                                Map.of(
                                        "residentKey", "required",
                                        "requireResidentKey", true,
                                        "userVerification", "required"),
                        "attestation", "none"));
    }

    /** To show one that the device finds by itself. */
    static PasskeyQuestion toShow(String host, String challenge) {
        return new PasskeyQuestion(
                Map.of(
                        "rpId",
                        host,
                        "challenge",
                        challenge,
                        "timeout",
                        Passkeys.LIFE_MAX.toMillis(),
                        "userVerification",
                        "required"));
    }
}
