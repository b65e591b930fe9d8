package org.assistcounter.fleet.link.broker;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assistcounter.fleet.link.broker.Turnstile.Moved;

/**
 * So many handshakes at a time at the broker's port. When a province comes back at once, ten
 * thousand that are all begun are none that is finished before its counter gives up; the work is
 * lost, and all begin again. Netty finds this class by itself and shows it every port that is
 * listened at.
 */
public final class PacedHandshakes extends ChannelInitializerExtension {
    /** More than the processors need; who waits for an answer from far away is not counted. */
    private static final int AT_ONCE = 128;

    private static final int WAITING_MAX = 16_384;

    /** Counters that are not answered give up after 60 s. */
    private static final long WAIT_SECONDS_MAX = 50;

    /** Should a thread of the broker hang, its connections do not keep the door shut for longer. */
    private static final long PLACE_SECONDS_MAX = 20;

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    /** From now on at this port. */
    static void at(int port) {
        PORTS.add(port);
    }

    /** Handshakes that hold a place at this moment. */
    static int underWay() {
        return UNDER_WAY.get();
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
            UNDER_WAY.incrementAndGet();
            Runnable done =
                    () -> {
                        if (isDone.compareAndSet(false, true)) {
                            UNDER_WAY.decrementAndGet();
                            if (!ctx.executor().isShuttingDown()) {
                                ctx.executor().execute(() -> next(ctx));
                            }
                        }
                    };
            arrived.pipeline().addLast(new HandshakeWatch(done));
            arrived.closeFuture().addListener(closed -> done.run());
            var _ = ctx.executor().schedule(done, PLACE_SECONDS_MAX, TimeUnit.SECONDS);
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
}
