package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** A wallet's key, drawn for one run: what is signed is signed anew each time. */
final class WalletKeys {
    /** As few as the libraries take: a signature is made for each input. */
    private static final int BITS = 1024;

    private static final KeyPair WALLET = drawn();

    private WalletKeys() {}

    private static KeyPair drawn() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    static String publicBase64() {
        return Base64.getEncoder().encodeToString(WALLET.getPublic().getEncoded());
    }

    static String privateBase64() {
        return Base64.getEncoder().encodeToString(WALLET.getPrivate().getEncoded());
    }

    static String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(WALLET.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }
}
