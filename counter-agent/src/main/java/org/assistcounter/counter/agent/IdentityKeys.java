package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.assistcounter.protocol.signing.Ed25519;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** The counter's two keys. They are made once; the fleet knows a card that asks again by them. */
record IdentityKeys(KeyPair tls, Ed25519 journal) {
    private static final String CURVE = "secp256r1";

    /** The keys in this folder; what is missing is made. */
    static IdentityKeys keptIn(Path folder) throws IOException, GeneralSecurityException {
        if (!Files.exists(folder.resolve(Identity.TLS_KEY))) {
            makeTlsKey(folder.resolve(Identity.TLS_KEY));
        }
        if (!Files.exists(folder.resolve(Identity.JOURNAL_KEY))) {
            makeJournalKey(folder.resolve(Identity.JOURNAL_KEY));
        }
        return new IdentityKeys(pair(Tls.privateKey(folder)), Identity.journalKey(folder));
    }

    private static void makeTlsKey(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        String base64 =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        DurableFile.write(
                file,
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n",
                DurableFile.SECRET);
    }

    private static void makeJournalKey(Path file) throws IOException {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        new SecureRandom().nextBytes(seed);
        DurableFile.write(
                file, Base64.getEncoder().encodeToString(seed) + "\n", DurableFile.SECRET);
    }

    /** The file holds the private key only; the public one follows from it. */
    private static KeyPair pair(ECPrivateKey key) throws GeneralSecurityException {
        ECPoint point = CustomNamedCurves.getByName(CURVE).getG().multiply(key.getS()).normalize();
        PublicKey publicKey =
                KeyFactory.getInstance("EC")
                        .generatePublic(
                                new ECPublicKeySpec(
                                        new java.security.spec.ECPoint(
                                                point.getAffineXCoord().toBigInteger(),
                                                point.getAffineYCoord().toBigInteger()),
                                        key.getParams()));
        return new KeyPair(publicKey, key);
    }
}
