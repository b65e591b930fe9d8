package org.assistcounter.walletgateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** SHA256withRSA, as both wallets sign (WeChat Pay API v3, Alipay RSA2), and its keys in files. */
final class Rsa {
    private static final int BITS = 2048;

    private Rsa() {}

    /** The pair in `name-key.pem` and `name-public.pem`; made when it is not there. */
    static KeyPair open(Path directory, String name) throws IOException, GeneralSecurityException {
        Path secret = directory.resolve(name + "-key.pem");
        Path open = directory.resolve(name + "-public.pem");
        if (!Files.exists(secret)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair drawn = generator.generateKeyPair();
            write(open, "PUBLIC KEY", drawn.getPublic());
            write(secret, "PRIVATE KEY", drawn.getPrivate());
        }
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(read(open))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(read(secret))));
    }

    private static void write(Path file, String kind, Key key) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        Files.writeString(
                file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind));
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getMimeDecoder()
                .decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    static String sign(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    static boolean holds(PublicKey key, String text, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }
}
