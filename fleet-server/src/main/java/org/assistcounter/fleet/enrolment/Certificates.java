package org.assistcounter.fleet.enrolment;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.authority.CertificateAuthority;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.SigningRequest;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;

/**
 * Has the authority name a counter, and gives what the registry and the counter each need of it.
 */
@Component
class Certificates {

    private final CertificateAuthority authority;
    private final Clock clock;

    Certificates(DevelopmentKeys keys, Clock clock) {
        this.authority = keys.authority();
        this.clock = clock;
    }

    Issued issue(CounterId id, SigningRequest request) {
        return issued(authority.issueToCounter(id.hex(), request, clock.instant()));
    }

    /** One that was issued for the key of this request, as it was. */
    Optional<Issued> kept(String derBase64, SigningRequest request) {
        return CertificateAuthority.read(Base64.getDecoder().decode(derBase64))
                .filter(request::isAnsweredBy)
                .map(Certificates::issued);
    }

    private static Issued issued(X509Certificate certificate) {
        return new Issued(
                certificate.getSerialNumber().toString(16), CertificateAuthority.pem(certificate));
    }

    String authorityPem() {
        return CertificateAuthority.pem(authority.certificate());
    }

    /** A certificate's serial in hex and its text form. */
    record Issued(String serial, String pem) {

        /** The certificate's DER in base64, which is the text form without its frame. */
        String derBase64() {
            return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        }

        /** What the registry keeps of a card that is given this certificate as its first. */
        Counter.Keys keys(CardKeys card) {
            return new Counter.Keys(card.journalPublicKey(), serial, derBase64());
        }
    }
}
