package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslEngine;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
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

    @Test
    void trustsWhomTheJdkWouldTrustAndNobodyElse() throws Exception {
        KeyAndCertificate known = keys.ofBroker(List.of("localhost"), Instant.now());
        KeyAndCertificate stranger =
                DevelopmentKeys.in(folder.resolve("other"), new SecureRandom(), Instant.now())
                        .ofBroker(List.of("localhost"), Instant.now());
        KeyAndCertificate late =
                keys.ofBroker(List.of("localhost"), Instant.now().minus(Duration.ofDays(4_000)));
        var trust = (X509TrustManager) NativeTrust.of((X509TrustManager) trusted()[0]);

        trust.checkServerTrusted(chain(known), "ECDHE_ECDSA");

        for (KeyAndCertificate other : List.of(stranger, late)) {
            assertThatThrownBy(() -> trust.checkServerTrusted(chain(other), "ECDHE_ECDSA"))
                    .isInstanceOf(CertificateException.class);
        }
        assertThat(Security.getProviders()[0].getName()).doesNotContain("Corretto");
    }

    private static X509Certificate[] chain(KeyAndCertificate held) {
        return new X509Certificate[] {held.certificate(), held.authority()};
    }

    private TrustManager[] trusted() throws Exception {
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys.file("trust").open());
        return trusted.getTrustManagers();
    }

    private SSLContext context(KeyAndCertificate held) throws Exception {
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store(held), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted(), null);
        return context;
    }

    private static KeyStore store(KeyAndCertificate held) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("entry", held.key(), PASSWORD, chain(held));
        return store;
    }
}
