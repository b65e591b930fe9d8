package org.assistcounter.fleet.link.broker;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assistcounter.fleet.link.broker.Turnstile.Moved;

/**
 * So many handshakes at a time at the broker's port. When a province comes back at once, ten
 * thousand that are all begun are none that is finished before its counter gives up; the work is
 * lost, and all begin again. Netty finds this class by itself and shows it every port that is
 * listened at.
 */
public final class PacedHandshakes extends ChannelInitializerExtension {
    /** Enough for 256 a second from far away. */
    private static final int AT_ONCE = 256;

    private static final int WAITING_MAX = 16_384;

    /** Counters give up after 30 s. */
    private static final long WAIT_SECONDS_MAX = 20;

    /** Who takes longer is no longer waited for, so that nobody holds a place for long. */
    private static final long PLACE_MILLIS_MAX = 2_000;

    /** Who has said nothing by then; a counter's first word is right behind its connection. */
    private static final long SILENT_MILLIS_MAX = 300;

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    /** From now on at this port. */
    static void at(int port) {
        PORTS.add(port);
    }

    @Override
    public void postInitializeServerListenerChannel(ServerChannel channel) {
        channel.pipeline().addFirst(new Entrance());
    }

    /** Lives on the listening channel's own thread. */
    private static final class Entrance extends ChannelInboundHandlerAdapter {
        private final Turnstile<Channel> turnstile =
                new Turnstile<>(
                        new Turnstile.Limits(
                                AT_ONCE, WAITING_MAX, TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX)));

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (!(message instanceof Channel arrived) || !isPaced(ctx)) {
                ctx.fireChannelRead(message);
                return;
            }
            switch (turnstile.came(arrived, ctx.executor().ticker().nanoTime())) {
                case INSIDE -> admit(ctx, arrived);
                case WAITING -> {}
                case AWAY -> arrived.unsafe().closeForcibly();
            }
        }

        private static boolean isPaced(ChannelHandlerContext ctx) {
            return ctx.channel().localAddress() instanceof InetSocketAddress address
                    && PORTS.contains(address.getPort());
        }

        private void admit(ChannelHandlerContext ctx, Channel arrived) {
            AtomicBoolean isDone = new AtomicBoolean();
            Runnable done =
                    () -> {
                        if (isDone.compareAndSet(false, true)) {
                            ctx.executor().execute(() -> next(ctx));
                        }
                    };
            HandshakeWatch watch = new HandshakeWatch(done);
            arrived.pipeline().addLast(watch);
            var _ = ctx.executor().schedule(done, PLACE_MILLIS_MAX, TimeUnit.MILLISECONDS);
            var _ =
                    ctx.executor()
                            .schedule(watch::endIfSilent, SILENT_MILLIS_MAX, TimeUnit.MILLISECONDS);
            ctx.fireChannelRead(arrived);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            turnstile.closed().forEach(waiting -> waiting.unsafe().closeForcibly());
            ctx.fireChannelInactive();
        }

        private void next(ChannelHandlerContext ctx) {
            Moved<Channel> moved = turnstile.done(ctx.executor().ticker().nanoTime());
            moved.away().forEach(gone -> gone.unsafe().closeForcibly());
            Channel in = moved.in();
            if (in != null) {
                admit(ctx, in);
            }
        }
    }

    /** Says once that a connection's handshake is over, however it ended. */
    private static final class HandshakeWatch extends ChannelInboundHandlerAdapter {
        private final Runnable done;
        private volatile boolean isHeard;

        HandshakeWatch(Runnable done) {
            this.done = done;
        }

        void endIfSilent() {
            if (!isHeard) {
                done.run();
            }
        }

        /** By now TLS stands before us, and shows nothing of what comes. */
        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            ctx.pipeline()
                    .addFirst(
                            new ChannelInboundHandlerAdapter() {
                                @Override
                                public void channelRead(ChannelHandlerContext first, Object bytes) {
                                    isHeard = true;
                                    first.pipeline().remove(this);
                                    first.fireChannelRead(bytes);
                                }
                            });
            ctx.fireChannelActive();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof SslHandshakeCompletionEvent) {
                done.run();
                ctx.pipeline().remove(this);
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            done.run();
            ctx.fireChannelInactive();
        }
    }
}
