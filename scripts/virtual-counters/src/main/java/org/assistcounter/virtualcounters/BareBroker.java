package org.assistcounter.virtualcounters;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The floor: what TLS with a certificate each, and the answers that a client needs before it is
 * connected, cost in a process that does nothing else. Prints the port when it listens, and ends
 * with its input.
 */
public final class BareBroker {
    private static final int BACKLOG = 1024;
    private static final int LOOPS = 2;

    private BareBroker() {}

    /** Wants the folder of the server's keys. */
    public static void main(String[] arguments) throws Exception {
        SslContext tls = tls(Path.of(arguments[0]));
        var threads = new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
        Channel listening =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(pipeline(tls))
                        .bind("127.0.0.1", 0)
                        .sync()
                        .channel();
        System.out.println(((java.net.InetSocketAddress) listening.localAddress()).getPort());
        while (System.in.read() >= 0) {
            // Whoever started us still lives.
        }
        threads.shutdownGracefully().sync();
    }

    private static ChannelHandler pipeline(SslContext tls) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(
                                tls.newHandler(channel.alloc()),
                                new MqttDecoder(),
                                MqttEncoder.INSTANCE,
                                new Answering());
            }
        };
    }

    /** By the keys of a broker in the server, or of one beside it. */
    private static SslContext tls(Path keys) throws IOException, GeneralSecurityException {
        Path beside = keys.resolve("broker.pem");
        if (Files.exists(beside)) {
            return SslContextBuilder.forServer(beside.toFile(), keys.resolve("broker.key").toFile())
                    .sslProvider(Tls.provider())
                    .trustManager(keys.resolve("authority.pem").toFile())
                    .clientAuth(ClientAuth.REQUIRE)
                    .protocols("TLSv1.3")
                    .build();
        }
        char[] password = Files.readString(keys.resolve("password")).strip().toCharArray();
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store(keys.resolve("broker.p12"), password), password);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store(keys.resolve("trust.p12"), password));
        return SslContextBuilder.forServer(own)
                .sslProvider(Tls.provider())
                .trustManager(trusted)
                .clientAuth(ClientAuth.REQUIRE)
                .protocols("TLSv1.3")
                .build();
    }

    static KeyStore store(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static final class Answering extends SimpleChannelInboundHandler<MqttMessage> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, MqttMessage message) {
            if (message.decoderResult().isFailure()) {
                var _ = ctx.close();
                return;
            }
            MqttMessageType type = message.fixedHeader().messageType();
            if (type == MqttMessageType.CONNECT) {
                send(
                        ctx,
                        MqttMessageBuilders.connAck()
                                .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                                .build());
            } else if (type == MqttMessageType.SUBSCRIBE) {
                int id = ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
                send(
                        ctx,
                        MqttMessageBuilders.subAck()
                                .packetId(id)
                                .addGrantedQos(MqttQoS.AT_LEAST_ONCE)
                                .build());
            } else if (type == MqttMessageType.PINGREQ) {
                send(
                        ctx,
                        new MqttMessage(
                                new MqttFixedHeader(
                                        MqttMessageType.PINGRESP,
                                        false,
                                        MqttQoS.AT_MOST_ONCE,
                                        false,
                                        0)));
            }
        }

        private static void send(ChannelHandlerContext ctx, MqttMessage message) {
            var _ = ctx.writeAndFlush(message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            var _ = ctx.close();
        }
    }
}
