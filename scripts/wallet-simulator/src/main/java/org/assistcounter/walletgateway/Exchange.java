package org.assistcounter.walletgateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** One request and its answer over HTTP/1.1; each connection carries one. */
final class Exchange extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final int TROUBLE = 500;

    private final Executor threads;
    private final Function<Call, Reply> desk;

    Exchange(Executor threads, Function<Call, Reply> desk) {
        this.threads = threads;
        this.desk = desk;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(header ->
                        headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        Call call =
                new Call(
                        request.method().name(),
                        request.uri(),
                        headers,
                        request.content().toString(StandardCharsets.UTF_8));
        threads.execute(() -> send(context, answered(call)));
    }

    /** What the desk did not expect is the sender's to read and the connection's end. */
    private Reply answered(Call call) {
        try {
            return desk.apply(call);
        } catch (RuntimeException failure) {
            return new Reply(TROUBLE, "text/plain", Map.of(), String.valueOf(failure.getMessage()));
        }
    }

    private static void send(ChannelHandlerContext context, Reply reply) {
        if (reply.isCut()) {
            var _ = context.close();
            return;
        }
        Charset charset = reply.isText() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        ByteBuf body = Unpooled.copiedBuffer(reply.body(), charset);
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), body);
        reply.headers().forEach(response.headers()::set);
        if (body.isReadable()) {
            String type = reply.isText() ? reply.type() + ";charset=utf-8" : reply.type();
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        }
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        response.headers().set(HttpHeaderNames.CONNECTION, "close");
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
