package org.assistcounter.verifier;

import java.util.Base64;

/** Base64 of RFC 4648, section 4, with padding; of several spellings only the canonical one. */
final class StrictBase64 {

    private StrictBase64() {}

    static byte[] decode(String text) throws MalformedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException failure) {
            throw new MalformedException("is not base64: " + failure.getMessage());
        }
        throw new MalformedException("is not canonical base64");
    }
}
