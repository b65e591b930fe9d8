package org.assistcounter.fleet.link.broker;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS at the broker's port by BoringSSL, whose handshake takes a third of the JDK's time. The
 * broker wants its context of the JVM's first provider, so this is one: a context with a broker's
 * certificate is native, every other that the JVM is asked for is the JDK's.
 */
final class NativeTls extends Provider {
    @Serial private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(NativeTls.class);
    private static final String NAME = "AssistanceCounterNativeTls";
    private static final String TLS = "TLS";
    private static final String JDK = "SunJSSE";

    private static final Set<X509Certificate> BROKERS = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<@Nullable SSLEngine> NEWEST = new ThreadLocal<>();

    private NativeTls() {
        super(NAME, "1", "BoringSSL for the broker, the JDK's TLS for all others");
        putService(
                new Service(this, "SSLContext", TLS, Context.class.getName(), null, null) {
                    @Override
                    public Object newInstance(@Nullable Object parameter) {
                        return new Context();
                    }
                });
    }

    /** From now on for contexts that show this certificate, where there is a BoringSSL. */
    static void by(X509Certificate broker) {
        if (!OpenSsl.isAvailable()) {
            LOG.info("The broker's TLS is the JDK's: {}", OpenSsl.unavailabilityCause().toString());
            return;
        }
        BROKERS.add(broker);
        if (Security.getProvider(NAME) == null) {
            Security.insertProviderAt(new NativeTls(), 1);
        }
    }

    /**
     * The engine that this thread has made last, once. A native engine is no garbage: whoever takes
     * it gives it back when its connection ends before the broker has done anything with it.
     */
    static @Nullable SSLEngine takeNewest() {
        SSLEngine newest = NEWEST.get();
        NEWEST.remove();
        return newest;
    }

    private static final class Context extends SSLContextSpi {
        private final SSLContext jdk = jdk();
        private @Nullable SslContext boring;

        private static SSLContext jdk() {
            try {
                return SSLContext.getInstance(TLS, JDK);
            } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
                throw new IllegalStateException("This JDK has no TLS of its own.", e);
            }
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] own,
                TrustManager @Nullable [] trusted,
                @Nullable SecureRandom random)
                throws KeyManagementException {
            boring = null;
            jdk.init(own, trusted, random);
            if (own != null
                    && own.length == 1
                    && own[0] instanceof X509KeyManager keys
                    && trusted != null
                    && trusted.length == 1
                    && trusted[0] instanceof X509TrustManager trust) {
                boring = boring(keys, trust);
            }
        }

        private static @Nullable SslContext boring(X509KeyManager keys, X509TrustManager trusted) {
            String[] aliases = keys.getServerAliases("EC", null);
            if (aliases == null || aliases.length != 1) {
                return null;
            }
            X509Certificate[] chain = keys.getCertificateChain(aliases[0]);
            return chain != null && chain.length > 0 && BROKERS.contains(chain[0])
                    ? boring(keys.getPrivateKey(aliases[0]), chain, trusted)
                    : null;
        }

        private static @Nullable SslContext boring(
                PrivateKey key, X509Certificate[] chain, X509TrustManager trusted) {
            try {
                return SslContextBuilder.forServer(key, chain)
                        .sslProvider(SslProvider.OPENSSL)
                        .trustManager(NativeTrust.of(trusted))
                        .clientAuth(ClientAuth.REQUIRE)
                        .build();
            } catch (SSLException | GeneralSecurityException e) {
                LOG.warn("The broker's TLS is the JDK's: BoringSSL does not take its key.", e);
                return null;
            }
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            SslContext known = boring;
            if (known == null) {
                return jdk.createSSLEngine();
            }
            SSLEngine made = known.newEngine(ByteBufAllocator.DEFAULT);
            NEWEST.set(made);
            return made;
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return boring == null ? jdk.createSSLEngine(host, port) : engineCreateSSLEngine();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            SslContext known = boring;
            return known == null ? jdk.getServerSessionContext() : known.sessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return jdk.getClientSessionContext();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return jdk.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return jdk.getServerSocketFactory();
        }
    }
}
