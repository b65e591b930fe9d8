package org.assistcounter.fleet.enrolment.authority;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A certificate signing request (RFC 2986) that was read and checked: its key is EC P-256 and its
 * sender holds the private half. Whatever names it asks for are ignored; the authority names.
 */
public final class SigningRequest {

    private static final int FIELD_BITS = 256;
    private static final int TEXT_LENGTH_MAX = 4_096;

    private final PublicKey publicKey;
    private final byte[] encoded;

    private SigningRequest(PublicKey publicKey, byte[] encoded) {
        this.publicKey = publicKey;
        this.encoded = encoded;
    }

    /** The request in this PEM text, or empty when it is not one that the authority can answer. */
    public static Optional<SigningRequest> read(String pem) {
        if (pem.length() > TEXT_LENGTH_MAX) {
            return Optional.empty();
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject() instanceof PKCS10CertificationRequest request
                    ? check(request)
                    : Optional.empty();
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                // On bytes of strangers BouncyCastle throws unchecked exceptions of many kinds.
                | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** Its exact bytes (DER). */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Whether a certificate is for the key of this request. */
    public boolean isAnsweredBy(X509Certificate certificate) {
        return Arrays.equals(certificate.getPublicKey().getEncoded(), publicKey.getEncoded());
    }

    PublicKey publicKey() {
        return publicKey;
    }

    private static Optional<SigningRequest> check(PKCS10CertificationRequest request)
            throws GeneralSecurityException, OperatorCreationException, PKCSException, IOException {
        PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
        boolean isWanted =
                key instanceof ECPublicKey curve
                        && curve.getParams().getCurve().getField().getFieldSize() == FIELD_BITS;
        var verifier =
                new JcaContentVerifierProviderBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(key);
        return isWanted && request.isSignatureValid(verifier)
                ? Optional.of(new SigningRequest(key, request.getEncoded()))
                : Optional.empty();
    }
}
