package org.assistcounter.fleet.enrolment.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A key, the certificate of its public half, and the one that signed it. */
public record KeyAndCertificate(
        PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    private static final int LINE = 64;

    /** The key in the text form that OpenSSL reads. */
    public String keyPem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** Not the key, since this may end up in logs. */
    @Override
    public String toString() {
        return String.valueOf(certificate.getSubjectX500Principal());
    }
}
