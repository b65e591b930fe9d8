package org.assistcounter.protocol.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@link Ed25519} with the arithmetic of a provider of the Java Cryptography Architecture, for
 * machines that have one in native code and many signatures to look at. Providers do not ask
 * whether a public key is a good one: {@link Ed25519#isKey} does, once, where a key is taken in.
 */
public final class JcaEd25519 implements SignatureCheck {
    private static final String ALGORITHM = "Ed25519";

    /** What stands before a raw public key in its SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What stands before a raw seed in its OneAsymmetricKey (RFC 8410, section 7). */
    private static final byte[] PRIVATE_PREFIX =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final Provider provider;

    private JcaEd25519(Provider provider) {
        this.provider = provider;
    }

    /** With this provider's arithmetic; empty when it has none, or a wrong one. */
    public static Optional<JcaEd25519> of(Provider provider) {
        JcaEd25519 found = new JcaEd25519(provider);
        try {
            return found.isRight() ? Optional.of(found) : Optional.empty();
        } catch (IllegalStateException missing) {
            return Optional.empty();
        }
    }

    private boolean isRight() {
        byte[] message = {1, 2, 3};
        Ed25519 own = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
        byte[] signature = own.sign(message);
        return Arrays.equals(signature, signer(new byte[Ed25519.KEY_LENGTH]).sign(message))
                && holds(own.publicKey(), message, signature);
    }

    @Override
    public boolean holds(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != Ed25519.KEY_LENGTH
                || signature.length != Ed25519.SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM, provider);
            check.initVerify(publicKey(publicKey));
            check.update(message);
            return check.verify(signature);
        } catch (InvalidKeySpecException
                | InvalidKeyException
                | SignatureException noSuchPointOrNumber) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider does not look at signatures", e);
        }
    }

    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(behind(PUBLIC_PREFIX, raw)));
    }

    private static byte[] behind(byte[] prefix, byte[] raw) {
        byte[] whole = new byte[prefix.length + raw.length];
        System.arraycopy(prefix, 0, whole, 0, prefix.length);
        System.arraycopy(raw, 0, whole, prefix.length, raw.length);
        return whole;
    }

    /** Signs with the key of this seed. */
    public Signer signer(byte[] seed) {
        Ed25519 own = new Ed25519(seed);
        try {
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(behind(PRIVATE_PREFIX, seed)));
            return new KeySigner(secret, own);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK knows every Ed25519 seed", e);
        }
    }

    private final class KeySigner implements Signer {
        private final PrivateKey secret;
        private final Ed25519 own;

        private KeySigner(PrivateKey secret, Ed25519 own) {
            this.secret = secret;
            this.own = own;
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                Signature signing = Signature.getInstance(ALGORITHM, provider);
                signing.initSign(secret);
                signing.update(message);
                return signing.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the provider does not sign", e);
            }
        }

        @Override
        public byte[] publicKey() {
            return own.publicKey();
        }

        @Override
        public byte[] keyId() {
            return own.keyId();
        }
    }
}
