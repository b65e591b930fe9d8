package org.assistcounter.fleet.link.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.assistcounter.fleet.enrolment.LinkCredentials;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.FleetSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The broker's configuration, written at every start from ours, so that nobody edits the wrong one.
 */
@Component
class BrokerFiles {

    private static final int MESSAGE_BYTES_MAX = 131_072;
    private static final int HANDSHAKE_MILLIS_MAX = 60_000;

    private final FleetSettings settings;
    private final LinkCredentials credentials;
    private final Path home;

    BrokerFiles(FleetSettings settings, LinkCredentials credentials, DataDirectory data) {
        this.settings = settings;
        this.credentials = credentials;
        this.home = data.directory("broker");
        data.directory("broker/conf");
        data.directory("broker/data");
        data.directory("broker/extensions");
    }

    Path configuration() {
        return home.resolve("conf");
    }

    Path data() {
        return home.resolve("data");
    }

    Path extensions() {
        return home.resolve("extensions");
    }

    int port() {
        return settings.mqtt().port();
    }

    X509Certificate certificate() {
        return credentials.brokerCertificate();
    }

    String listener() {
        return settings.mqtt().address() + ":" + port();
    }

    /** Private, since the key store's password is in it. */
    void write() {
        String content =
                template()
                        .replace("@port@", Integer.toString(port()))
                        .replace("@address@", settings.mqtt().address())
                        .replace("@brokerFile@", credentials.brokerFile().toString())
                        .replace("@trustFile@", credentials.trustFile().toString())
                        .replace("@password@", credentials.password())
                        .replace("@handshakeMillisMax@", Integer.toString(HANDSHAKE_MILLIS_MAX))
                        .replace("@messageBytesMax@", Integer.toString(MESSAGE_BYTES_MAX));
        DataDirectory.writePrivately(
                configuration().resolve("config.xml"), content.getBytes(StandardCharsets.UTF_8));
    }

    private static String template() {
        try {
            return new ClassPathResource("broker/config.xml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
