package org.assistcounter.fleet.operators.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a browser keeps while its person is at the provider. What goes there follows from it one
 * way, so whoever reads the database, or sees an address, can go on with nobody's sign-in.
 */
record VisitToken(String value) {

    /** Comes back with the answer (RFC 6749, section 10.12). */
    String state() {
        return derived("state");
    }

    /** Comes back in the ID token (OpenID Connect Core 1.0, section 15.5.2). */
    String nonce() {
        return derived("nonce");
    }

    /** Proves that the code is used by who asked for it (RFC 7636). */
    String verifier() {
        return derived("verifier");
    }

    /** What the provider is told of the proof before. */
    String challenge() {
        return encoded(verifier());
    }

    boolean isStateOf(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        return encoded(purpose + " " + value);
    }

    private static String encoded(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
