package org.assistcounter.fleet.link.broker;

import com.hivemq.bootstrap.ClientConnectionContext;
import com.hivemq.security.ssl.SslClientCertificateImpl;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Says when a connection's handshake is over, or waits for the other side. Its clock is its own
 * thread's work: where that is late with everything nobody is silent, but only not heard yet.
 */
final class HandshakeWatch extends ChannelInboundHandlerAdapter {
    /** Who takes longer is no longer waited for, so that nobody holds a place for long. */
    private static final long PLACE_MILLIS_MAX = 2_000;

    /** Who says nothing for so long; a counter's first word is right behind its connection. */
    private static final long SILENT_MILLIS_MAX = 300;

    private final Runnable done;

    /**
     * @param done told more than once
     */
    HandshakeWatch(Runnable done) {
        this.done = done;
    }

    /** By now the broker has put its TLS before us. */
    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        String tls =
                ctx.pipeline().toMap().entrySet().stream()
                        .filter(each -> isTls(each.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        Ear ear = new Ear(done);
        ctx.pipeline().addFirst(ear);
        // The broker's own handlers do not pass on that a handshake is over.
        ctx.pipeline().addAfter(tls, null, new End(ear, NativeTls.takeNewest()));
        ctx.pipeline().remove(this);
        ctx.fireChannelActive();
    }

    private static boolean isTls(ChannelHandler handler) {
        return handler instanceof SslHandler || handler instanceof AbstractSniHandler<?>;
    }

    /** Hears whether anything comes. */
    private static final class Ear extends ChannelInboundHandlerAdapter {
        private final Runnable done;
        private boolean isHeard;
        private @Nullable Future<?> listening;

        Ear(Runnable done) {
            this.done = done;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) {
            var _ = ctx.executor().schedule(done, PLACE_MILLIS_MAX, TimeUnit.MILLISECONDS);
            listening =
                    ctx.executor()
                            .scheduleAtFixedRate(
                                    this::listen,
                                    SILENT_MILLIS_MAX,
                                    SILENT_MILLIS_MAX,
                                    TimeUnit.MILLISECONDS);
        }

        private void listen() {
            if (!isHeard) {
                done.run();
                stop();
            }
            isHeard = false;
        }

        private void stop() {
            Future<?> current = listening;
            if (current != null) {
                current.cancel(false);
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            isHeard = true;
            ctx.fireChannelRead(bytes);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext ctx) {
            stop();
            done.run();
        }
    }

    /** Comes right after TLS. */
    private static final class End extends ChannelInboundHandlerAdapter {
        private final Ear ear;
        private final @Nullable SSLEngine engine;

        /**
         * @param engine native, of a connection that has not said hello yet
         */
        End(Ear ear, @Nullable SSLEngine engine) {
            this.ear = ear;
            this.engine = engine;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
            ctx.fireUserEventTriggered(event);
            // A handshake that failed may have ended the connection by now.
            if (event instanceof SslHandshakeCompletionEvent completion && !ctx.isRemoved()) {
                ctx.pipeline().remove(ear);
                ctx.pipeline().remove(this);
                if (completion.isSuccess()) {
                    show(ctx.channel());
                }
            }
        }

        /** From its hello on the broker's TLS gives the engine back. */
        @Override
        public void handlerRemoved(ChannelHandlerContext ctx) {
            if (ctx.pipeline().get(SslHandler.class) == null) {
                ReferenceCountUtil.safeRelease(engine);
            }
        }

        /** The broker takes a chain for what it is only if its array says so too. */
        private static void show(Channel channel) throws SSLPeerUnverifiedException {
            SslHandler tls = channel.pipeline().get(SslHandler.class);
            Certificate[] chain = tls.engine().getSession().getPeerCertificates();
            X509Certificate[] shown =
                    Stream.of(chain)
                            .map(X509Certificate.class::cast)
                            .toArray(X509Certificate[]::new);
            ClientConnectionContext.of(channel)
                    .setAuthCertificate(new SslClientCertificateImpl(shown));
        }
    }
}
