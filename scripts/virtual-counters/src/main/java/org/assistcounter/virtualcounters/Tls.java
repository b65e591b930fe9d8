package org.assistcounter.virtualcounters;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 for all counters of the process by one context; a context for each would cost more memory
 * than the connection. Which certificate a connection shows follows from its number, which stands
 * where the engine keeps its peer's port.
 */
final class Tls {
    /** As the broker's certificate names it. */
    private static final String BROKER_NAME = "localhost";

    private static final long HANDSHAKE_MILLIS_MAX = 60_000;

    private final SslContext context;

    /**
     * @param cards by number
     */
    Tls(FleetKeys fleet, List<Card> cards) throws SSLException {
        this.context =
                SslContextBuilder.forClient()
                        .sslProvider(provider())
                        .keyManager(new CardKeyManager(cards))
                        .trustManager(new KnownBrokers(Card.x509(fleet.authority())))
                        .protocols("TLSv1.3")
                        // A counter that comes back after a cold start resumes nothing.
                        .sessionCacheSize(1)
                        .sessionTimeout(1)
                        .build();
    }

    /** BoringSSL takes a third of the JDK's time, which the server on the same cores needs. */
    static SslProvider provider() {
        return OpenSsl.isAvailable() ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK;
    }

    SslHandler handler(ByteBufAllocator allocator, int card) {
        SslHandler handler = context.newHandler(allocator, BROKER_NAME, card);
        handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS_MAX);
        return handler;
    }

    private static final class CardKeyManager extends X509ExtendedKeyManager {
        private final List<Card> cards;

        CardKeyManager(List<Card> cards) {
            this.cards = cards;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, SSLEngine engine) {
            return Integer.toString(engine.getPeerPort());
        }

        /** Its own alone, as the agent; who issued it the other side knows. */
        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {card(alias).x509()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return card(alias).privateKey();
        }

        private Card card(String alias) {
            return cards.get(Integer.parseInt(alias));
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
