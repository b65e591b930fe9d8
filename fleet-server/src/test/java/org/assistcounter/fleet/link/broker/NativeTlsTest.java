package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslEngine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509TrustManager;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.KeyAndCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeTlsTest {
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
        Instant now = Instant.now();
        DevelopmentKeys others =
                DevelopmentKeys.in(folder.resolve("other"), new SecureRandom(), now);
        X509TrustManager given = TestTls.trust(keys);
        var trust = (X509TrustManager) NativeTrust.of(given);
        Map<String, X509Certificate> wrong =
                Map.of(
                        "of a stranger", TestTls.ofCounter(others, now),
                        "long ended", TestTls.ofCounter(keys, now.minus(Duration.ofDays(4_000))),
                        "not begun", TestTls.ofCounter(keys, now.plus(Duration.ofDays(40))),
                        "of a server", keys.ofBroker(List.of("localhost"), now).certificate());

        trust.checkClientTrusted(TestTls.chain(keys, TestTls.ofCounter(keys, now)), "ECDHE_ECDSA");

        for (Map.Entry<String, X509Certificate> each : wrong.entrySet()) {
            X509Certificate[] shown = TestTls.chain(keys, each.getValue());
            for (X509TrustManager judge : List.of(given, trust)) {
                assertThatThrownBy(() -> judge.checkClientTrusted(shown, "ECDHE_ECDSA"))
                        .as(each.getKey())
                        .isInstanceOf(CertificateException.class);
            }
        }
        assertThat(Security.getProviders()[0].getName()).doesNotContain("Corretto");
    }

    private SSLContext context(KeyAndCertificate held) throws Exception {
        return TestTls.context(keys, held);
    }
}
