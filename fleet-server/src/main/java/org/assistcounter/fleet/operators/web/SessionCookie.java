package org.assistcounter.fleet.operators.web;

import java.time.Duration;
import org.assistcounter.fleet.operators.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/** The cookie that carries a session's token: unreadable for scripts, never sent from elsewhere. */
final class SessionCookie {

    private static final String NAME = "assistcounter_session";

    private SessionCookie() {}

    static @Nullable String read(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(NAME);
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    static void write(ServerWebExchange exchange, String token) {
        exchange.getResponse().addCookie(cookie(exchange, token, Sessions.LIFE_MAX));
    }

    static void clear(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(exchange, "", Duration.ZERO));
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .sameSite("Strict")
                .path("/")
                .maxAge(age)
                .build();
    }
}
