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

    /** Who takes longer is no longer waited for, so that nobody holds a place by silence. */
    private static final long PLACE_SECONDS_MAX = 2;

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
            arrived.pipeline().addLast(new HandshakeWatch(done));
            var _ = ctx.executor().schedule(done, PLACE_SECONDS_MAX, TimeUnit.SECONDS);
            ctx.fireChannelRead(arrived);
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

        HandshakeWatch(Runnable done) {
            this.done = done;
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
