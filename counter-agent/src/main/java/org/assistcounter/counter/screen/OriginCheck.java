package org.assistcounter.counter.screen;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this machine's own pages in: a foreign page in the same browser must not be able to
 * open the screen's socket, and a name that was bent to this address must not work.
 */
final class OriginCheck extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof FullHttpRequest request && !isOwn(request)) {
            ReferenceCountUtil.release(request);
            context.writeAndFlush(
                            new DefaultFullHttpResponse(
                                    HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        context.fireChannelRead(message);
    }

    private static boolean isOwn(FullHttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST);
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        return isLocal(host) && (origin == null || origin.equals("http://" + host));
    }

    private static boolean isLocal(@Nullable String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?");
    }
}
