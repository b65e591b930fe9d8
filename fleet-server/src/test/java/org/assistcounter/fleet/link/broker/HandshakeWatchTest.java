package org.assistcounter.fleet.link.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCounted;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.assistcounter.fleet.enrolment.authority.DevelopmentKeys;
import org.assistcounter.fleet.enrolment.authority.KeyAndCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandshakeWatchTest {
    @TempDir Path folder;

    private final AtomicInteger done = new AtomicInteger();
    private SSLContext broker;

    @BeforeEach
    void makeBrokersContext() throws Exception {
        assumeThat(OpenSsl.isAvailable()).isTrue();
        DevelopmentKeys keys = DevelopmentKeys.in(folder, new SecureRandom(), Instant.now());
        KeyAndCertificate held = keys.ofBroker(List.of("localhost"), Instant.now());
        NativeTls.by(held.certificate());
        broker = TestTls.context(keys, held);
    }

    @Test
    void givesBackTheEngineOfAConnectionThatEndsBeforeItHasSaidHello() throws Exception {
        SSLEngine engine = broker.createSSLEngine();
        SslContext unused = SslContextBuilder.forClient().build();
        EmbeddedChannel channel = channel(new SniHandler(name -> unused));

        var _ = channel.close();

        assertThat(((ReferenceCounted) engine).refCnt()).isZero();
        assertThat(done).hasPositiveValue();
    }

    @Test
    void leavesTheEngineToTlsOnceThatHasIt() {
        SSLEngine engine = broker.createSSLEngine();
        engine.setUseClientMode(false);
        EmbeddedChannel channel = channel(new SslHandler(engine));

        var _ = channel.close();

        assertThat(((ReferenceCounted) engine).refCnt()).isZero();
    }

    private EmbeddedChannel channel(ChannelHandler tls) {
        return new EmbeddedChannel(tls, new HandshakeWatch(done::incrementAndGet));
    }
}
