package org.assistcounter.fleet.operators.passkey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a passkey has to answer. It follows one way from the token in the browser's cookie, whose
 * hash is kept, so it is good in one browser, once, and for a while.
 */
record PasskeyChallenge(String token) {

    /** In Base64 for addresses. */
    String text() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("passkey " + token).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
