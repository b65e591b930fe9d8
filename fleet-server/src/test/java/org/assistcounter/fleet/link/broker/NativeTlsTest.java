package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslEngine;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.KeyAndCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeTlsTest {
    private static final char[] PASSWORD = "x".toCharArray();

    @TempDir Path folder;

    private DevelopmentKeys keys;

    @BeforeEach
    void makeKeys() {
        assumeThat(OpenSsl.isAvailable()).isTrue();
        keys = DevelopmentKeys.in(folder, new SecureRandom(), Instant.now());
    }

    @Test
    void aBrokersContextIsNativeAndAsksForACertificate() throws Exception {
        KeyAndCertificate broker = keys.ofBroker(List.of("localhost"), Instant.now());
        NativeTls.by(broker.certificate());

        SSLEngine engine = context(broker).createSSLEngine();
        engine.setUseClientMode(false);

        assertThat(engine).isInstanceOf(OpenSslEngine.class);
        assertThat(engine.getNeedClientAuth()).isTrue();
        assertThat(engine.getEnabledProtocols()).contains("TLSv1.3");
    }

    @Test
    void everyOtherContextIsTheJdks() throws Exception {
        NativeTls.by(keys.ofBroker(List.of("localhost"), Instant.now()).certificate());
        KeyAndCertificate other = keys.ofBroker(List.of("localhost"), Instant.now());
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, null, null);

        assertThat(context(other).createSSLEngine().getClass().getModule())
                .isEqualTo(Object.class.getModule());
        assertThat(client.createSSLEngine("localhost", 443).getClass().getModule())
                .isEqualTo(Object.class.getModule());
    }

    private SSLContext context(KeyAndCertificate held) throws Exception {
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store(held), PASSWORD);
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys.file("trust").open());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(KeyAndCertificate held) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "entry",
                held.key(),
                PASSWORD,
                new java.security.cert.X509Certificate[] {held.certificate(), held.authority()});
        return store;
    }
}
