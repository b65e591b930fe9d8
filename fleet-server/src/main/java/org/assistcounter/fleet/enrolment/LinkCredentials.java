package org.assistcounter.fleet.enrolment;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.springframework.stereotype.Component;

/**
 * What the link needs to prove who it is: files for the broker, open stores for our own client.
 * Deliberately no signing key and no authority key.
 */
@Component
public class LinkCredentials {

    private final DevelopmentKeys keys;
    private final String name;

    LinkCredentials(DevelopmentKeys keys, ExternalSettings external) {
        this.keys = keys;
        this.name = external.brokerName();
    }

    /** The certificate name of the fleet's own client. */
    public String name() {
        return name;
    }

    /** The broker's key and certificate. */
    public Path brokerFile() {
        return keys.file("broker").path();
    }

    /** What the broker shows to whoever connects. */
    public X509Certificate brokerCertificate() {
        return keys.file("broker").certificate();
    }

    /** The certificate that signed everybody who may connect. */
    public Path trustFile() {
        return keys.file("trust").path();
    }

    /** What opens either file. */
    public String password() {
        return keys.file("trust").password();
    }

    /** The key and certificate of the fleet's own client. */
    public KeyStore fleet() {
        return keys.file(name).open();
    }

    /** The trusted certificate, opened. */
    public KeyStore trust() {
        return keys.file("trust").open();
    }

    /** The name at the broker inside this server. No counter id can be this word. */
    public static final String FLEET = "fleet";
}
