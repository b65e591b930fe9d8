package org.assistcounter.virtualcounters;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One event loop and the counters that live on it. All that is theirs is touched on this loop only;
 * nobody else's thread ever waits for it.
 */
final class CounterLoop {
    private static final int CONNECT_MILLIS_MAX = 60_000;

    /** As long as the agent waits for its whole connection. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final int MESSAGE_BYTES_MAX = 256 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(KEEP_ALIVE_SECONDS - 8);
    private static final int SWEEP_SECONDS = 4;

    private final EventLoop loop;
    private final List<InetSocketAddress> brokers;
    private final Tls tls;
    private final Tally tally = new Tally();
    private final Meters hostileMeters = new Meters();
    private final List<VirtualCounter> counters = new ArrayList<>();
    private final List<MqttSession> sessions = new ArrayList<>();
    private final List<Hostile> hostiles = new ArrayList<>();
    private final List<Twins> twins = new ArrayList<>();

    CounterLoop(EventLoop loop, List<InetSocketAddress> brokers, Tls tls) {
        this.loop = loop;
        this.brokers = brokers;
        this.tls = tls;
        var _ =
                loop.scheduleAtFixedRate(
                        this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** Where counters connect. */
    List<InetSocketAddress> brokers() {
        return brokers;
    }

    Meters meters() {
        return tally.meters();
    }

    /** What became of the connections of those that mean harm. */
    Meters hostileEnds() {
        return hostileMeters;
    }

    void add(Hostile hostile) {
        hostiles.add(hostile);
    }

    List<Hostile> hostiles() {
        return hostiles;
    }

    /** Where good counters count. */
    Tally tally() {
        return tally;
    }

    /** Cards of which there are two. */
    List<Twins> twins() {
        return twins;
    }

    Takings takings() {
        return tally.takings();
    }

    void add(VirtualCounter counter) {
        counters.add(counter);
    }

    List<VirtualCounter> counters() {
        return counters;
    }

    /** Runs it on the loop. */
    void run(Runnable task) {
        loop.execute(task);
    }

    /** Runs it on the loop after a while. */
    void later(long nanos, Runnable task) {
        var _ = loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    private void sweep() {
        long now = System.nanoTime();
        sessions.removeIf(MqttSession::isGone);
        sessions.forEach(session -> session.pingWhenSilent(now, SILENCE_NANOS));
    }

    /** Begins a connection with this card; the session's owner hears what becomes of it. */
    MqttSession connect(
            InetSocketAddress broker,
            int card,
            String clientId,
            String filter,
            MqttSession.Owner owner) {
        MqttSession session = new MqttSession(clientId, filter, KEEP_ALIVE_SECONDS, owner);
        loop.execute(() -> sessions.add(session));
        ChannelFuture made = bootstrap(channel -> fill(channel, card, session)).register();
        made.channel()
                .connect(broker, Sources.of(card, broker))
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        session.notMade();
                    }
                });
        later(PATIENCE_NANOS, session::giveUp);
        return session;
    }

    private Bootstrap bootstrap(Consumer<Channel> filling) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS_MAX)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(MESSAGE_BYTES_MAX, 2 * MESSAGE_BYTES_MAX))
                .handler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                filling.accept(channel);
                            }
                        });
    }

    private void fill(Channel channel, int card, MqttSession session) {
        SslHandler handler = tls.handler(channel.alloc(), card);
        channel.pipeline()
                .addLast(
                        handler, new MqttDecoder(MESSAGE_BYTES_MAX), MqttEncoder.INSTANCE, session);
    }
}
