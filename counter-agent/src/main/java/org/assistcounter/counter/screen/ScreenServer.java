package org.assistcounter.counter.screen;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Serves the screen on the loopback address only. */
public final class ScreenServer {
    private static final int REQUEST_MAX = 16 * 1024;
    private static final int FRAME_MAX = 4 * 1024;

    private final EventLoopGroup threads =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel listener;

    /**
     * @param port 0 for any free one
     * @param pictures the folder with the release's pictures
     */
    public ScreenServer(int port, Screen screen, Path pictures) throws InterruptedException {
        PageHandler pages = new PageHandler(new Pages(pictures));
        listener =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new Pipeline(screen, pages))
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .sync()
                        .channel();
    }

    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    public void stop() {
        listener.close().awaitUninterruptibly();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final Screen screen;
        private final PageHandler pages;

        Pipeline(Screen screen, PageHandler pages) {
            this.screen = screen;
            this.pages = pages;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(REQUEST_MAX))
                    .addLast(new OriginCheck())
                    .addLast(
                            new WebSocketServerProtocolHandler(
                                    WebSocketServerProtocolConfig.newBuilder()
                                            .websocketPath("/view")
                                            .maxFramePayloadLength(FRAME_MAX)
                                            .build()))
                    .addLast(new ViewHandler(screen))
                    .addLast(pages);
        }
    }
}
