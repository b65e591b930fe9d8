package org.assistcounter.protocol.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * {@link Ed25519} with the arithmetic of a provider of the Java Cryptography Architecture, for
 * machines that have one in native code and many signatures to look at.
 */
public final class JcaEd25519 implements SignatureCheck {
    private static final String ALGORITHM = "Ed25519";

    /** What stands before a raw public key in its SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What stands before a raw seed in its OneAsymmetricKey (RFC 8410, section 7). */
    private static final byte[] PRIVATE_PREFIX =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final Provider provider;

    /**
     * @param provider offers Ed25519 signatures
     */
    public JcaEd25519(Provider provider) {
        this.provider = provider;
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
        } catch (GeneralSecurityException noSuchPointOrNumber) {
            return false;
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
        byte[] known = new Ed25519(seed).publicKey();
        try {
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(behind(PRIVATE_PREFIX, seed)));
            return new KeySigner(secret, known, Sha256.keyId(known));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK knows every Ed25519 seed", e);
        }
    }

    private final class KeySigner implements Signer {
        private final PrivateKey secret;
        private final byte[] publicKey;
        private final byte[] keyId;

        private KeySigner(PrivateKey secret, byte[] publicKey, byte[] keyId) {
            this.secret = secret;
            this.publicKey = publicKey;
            this.keyId = keyId;
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
            return publicKey.clone();
        }

        @Override
        public byte[] keyId() {
            return keyId.clone();
        }
    }
}
