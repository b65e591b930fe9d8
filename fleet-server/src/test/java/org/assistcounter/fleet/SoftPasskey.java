package org.assistcounter.fleet;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A passkey on a device, made by hand from Web Authentication, level 2, sections 6.1 and 6.5, and
 * not by the server's library. It answers whatever it is told to, as no browser would.
 */
final class SoftPasskey {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final int NUMBER_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] id = new byte[NUMBER_BYTES];
    private final KeyPair keys;
    private String handle = "";
    private String host = "localhost";
    private String origin;
    private int flags = PRESENT | VERIFIED;
    private int count;

    SoftPasskey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String id() {
        return BASE64.encodeToString(id);
    }

    /** The page that asks lies elsewhere, from now on. */
    void isAskedAt(String elsewhere) {
        this.origin = elsewhere;
    }

    /** It was made for another host. */
    void isFor(String otherHost) {
        this.host = otherHost;
    }

    /** Nobody looks at who uses the device. */
    void verifiesNobody() {
        this.flags = PRESENT;
    }

    void counts(int next) {
        this.count = next;
    }

    void says(String otherHandle) {
        this.handle = otherHandle;
    }

    String handle() {
        return handle;
    }

    /** What a browser sends after it was asked to make one. */
    String made(String question) {
        handle = found("\"user\":\\{[^}]*\"id\":\"([^\"]+)\"", question);
        byte[] client = client("webauthn.create", challenge(question));
        byte[] data = concat(authenticator(flags | ATTESTED), attested());
        byte[] attestation =
                concat(
                        new byte[] {(byte) 0xA3, 0x63},
                        text("fmt"),
                        new byte[] {0x64},
                        text("none"),
                        new byte[] {0x67},
                        text("attStmt"),
                        new byte[] {(byte) 0xA0, 0x68},
                        text("authData"),
                        new byte[] {0x59, (byte) (data.length >> 8), (byte) data.length},
                        data);
        return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
         "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s","transports":["internal"]}}
        """
                .formatted(id(), BASE64.encodeToString(client), BASE64.encodeToString(attestation));
    }

    /** What a browser sends after it was asked for one. */
    String shown(String question) {
        byte[] client = client("webauthn.get", challenge(question));
        byte[] data = authenticator(flags);
        return """
        {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
         "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s",
         "userHandle":"%5$s"}}
        """
                .formatted(
                        id(),
                        BASE64.encodeToString(client),
                        BASE64.encodeToString(data),
                        BASE64.encodeToString(signed(concat(data, sha256(client)))),
                        handle);
    }

    private byte[] signed(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private byte[] client(String type, String challenge) {
        return text(
                "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                        .formatted(type, challenge, origin));
    }

    private byte[] authenticator(int with) {
        return concat(
                sha256(text(host)),
                new byte[] {(byte) with},
                ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    /** The key as COSE writes it (RFC 9053, section 7.1.1). */
    private byte[] attested() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return concat(
                new byte[16],
                new byte[] {0, NUMBER_BYTES},
                id,
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20},
                number(point.getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                number(point.getAffineY()));
    }

    private static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] all = new byte[NUMBER_BYTES];
        int length = Math.min(bytes.length, NUMBER_BYTES);
        System.arraycopy(bytes, bytes.length - length, all, NUMBER_BYTES - length, length);
        return all;
    }

    static String challenge(String question) {
        return found("\"challenge\":\"([^\"]+)\"", question);
    }

    private static String found(String pattern, String question) {
        Matcher matcher = Pattern.compile(pattern).matcher(question);
        if (!matcher.find()) {
            throw new IllegalStateException(question);
        }
        return matcher.group(1);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
