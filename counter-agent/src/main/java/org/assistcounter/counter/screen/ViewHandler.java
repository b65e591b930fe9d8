package org.assistcounter.counter.screen;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/** One browser's socket. */
final class ViewHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {
    private final Screen screen;

    ViewHandler(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
            screen.opened(context.channel());
        }
        super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        screen.received(context.channel(), frame.text());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        screen.closed(context.channel());
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture _ = context.close();
    }
}
