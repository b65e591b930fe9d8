package org.assistcounter.fleet.operators.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/**
 * Tells browsers what no page of ours does (OWASP ASVS 5.0, V3.4), on every answer: beside the
 * connection's codec, so that also what is refused before anybody reads it is answered so. What an
 * answer says for itself stays.
 */
@Component
class SafeAnswers implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private static final String CACHE = "Cache-Control";

    private final Writer writer;

    SafeAnswers(Cookies cookies) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " form-action 'self'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (cookies.isSecure()) {
            // A proxy in front ends HTTPS (RFC 6797, section 7.2).
            headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        this.writer = new Writer(Map.copyOf(headers));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(
                server -> server.doOnChannelInit((observer, channel, address) -> begin(channel)));
    }

    private void begin(Channel channel) {
        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "assistcounter.headers", writer);
    }

    @ChannelHandler.Sharable
    private static final class Writer extends ChannelOutboundHandlerAdapter {
        private final Map<String, String> always;

        Writer(Map<String, String> always) {
            this.always = always;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
                throws Exception {
            if (message instanceof HttpResponse answer
                    && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
                complete(answer.headers(), answer.status());
            }
            super.write(context, message, promise);
        }

        private void complete(HttpHeaders headers, HttpResponseStatus status) {
            always.forEach((name, value) -> setIfMissing(headers, name, value));
            if (!status.equals(HttpResponseStatus.NOT_MODIFIED)) {
                setIfMissing(headers, CACHE, "no-store");
            }
        }

        private static void setIfMissing(HttpHeaders headers, String name, String value) {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        }
    }
}
