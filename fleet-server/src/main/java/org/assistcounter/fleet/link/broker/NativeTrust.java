package org.assistcounter.fleet.link.broker;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.assistcounter.fleet.settings.NativeCrypto;

/**
 * The JDK's own look at a chain of certificates, its signatures done by AWS-LC. In a cold process
 * the JDK's arithmetic for one signature takes longer than all else that a connection needs.
 */
final class NativeTrust {
    private NativeTrust() {}

    /** Trusts whose issuers the given one trusts, by the JDK's rules; nothing is revoked. */
    static TrustManager of(X509TrustManager given) throws GeneralSecurityException {
        Optional<Provider> natives = NativeCrypto.provider();
        if (natives.isEmpty()) {
            return given;
        }
        // Behind all others: without its name it is asked for what all before it refuse.
        Security.addProvider(natives.get());
        return trusting(anchors(given), natives.get().getName());
    }

    private static Set<TrustAnchor> anchors(X509TrustManager given) {
        return Stream.of(given.getAcceptedIssuers())
                .map(each -> new TrustAnchor(each, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static TrustManager trusting(Set<TrustAnchor> anchors, String signatures)
            throws GeneralSecurityException {
        PKIXBuilderParameters rules = new PKIXBuilderParameters(anchors, new X509CertSelector());
        rules.setRevocationEnabled(false);
        rules.setSigProvider(signatures);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(rules));
        return factory.getTrustManagers()[0];
    }
}
