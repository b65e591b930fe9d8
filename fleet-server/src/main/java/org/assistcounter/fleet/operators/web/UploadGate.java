package org.assistcounter.fleet.operators.web;

import java.net.URI;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a file in only from who is signed in, and no longer than any file of ours is. The proof that
 * a form is of our own page lies in its body, which is read before anybody asks who sent it.
 */
@Component
class UploadGate implements WebFilter {
    private static final long BYTES_MAX = 11_000_000;

    private final SessionSecurityContext sessions;

    UploadGate(SessionSecurityContext sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (type == null || !type.getType().equals("multipart")) {
            return chain.filter(exchange);
        }
        if (exchange.getRequest().getHeaders().getContentLength() > BYTES_MAX) {
            return tooLong(exchange);
        }
        return sessions.load(exchange)
                .hasElement()
                .flatMap(isThere ->
                        isThere
                                ? chain.filter(exchange)
                                : answer(exchange, HttpStatus.UNAUTHORIZED))
                .onErrorResume(DataBufferLimitException.class, tooLong -> tooLong(exchange));
    }

    /** Back to the page that the form is on, which says why. */
    private static Mono<Void> tooLong(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String page = path.substring(0, Math.max(1, path.lastIndexOf('/')));
        exchange.getResponse().getHeaders().setLocation(URI.create(page + "?refused=paper-size"));
        return answer(exchange, HttpStatus.SEE_OTHER);
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
