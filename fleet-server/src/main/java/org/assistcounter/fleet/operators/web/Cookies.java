package org.assistcounter.fleet.operators.web;

import java.time.Duration;
import org.assistcounter.fleet.settings.FleetSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookies, nearly all of which carry tokens: unreadable for scripts and never sent from
 * elsewhere, but for those that somebody has to bring back from a provider. Where people come by
 * HTTPS their names begin with `__Host-`, which binds them to this host and to HTTPS (RFC 6265bis,
 * section 4.1.3.2); what people come by is said by the origin, since a proxy in front ends HTTPS.
 */
@Component
class Cookies {

    private static final String HOST_ONLY = "__Host-";

    private final boolean isSecure;

    Cookies(FleetSettings settings) {
        this.isSecure = "https".equals(settings.origin().getScheme());
    }

    /** What a cookie carries, and for how long at most. */
    enum Kind {
        /** A session. */
        SESSION("assistcounter_session"),
        /** A sign-in half way. */
        SIGN_IN("assistcounter_sign_in"),
        /** A visit at an organisation's provider, whose page sends the browser back. */
        VISIT("assistcounter_visit"),
        /** A question that a passkey has to answer. */
        PASSKEY("assistcounter_passkey"),
        /** The token against forged requests. */
        FORGERY("XSRF-TOKEN"),
        /** The language that somebody chose. */
        LANGUAGE("lang");

        private final String plain;

        Kind(String plain) {
            this.plain = plain;
        }
    }

    boolean isSecure() {
        return isSecure;
    }

    String name(Kind kind) {
        return isSecure ? HOST_ONLY + kind.plain : kind.plain;
    }

    @Nullable String read(ServerWebExchange exchange, Kind kind) {
        var cookie = exchange.getRequest().getCookies().getFirst(name(kind));
        return cookie == null || cookie.getValue().isBlank() ? null : cookie.getValue();
    }

    void write(ServerWebExchange exchange, Kind kind, String token, Duration age) {
        ResponseCookie cookie =
                ResponseCookie.from(name(kind), token)
                        .httpOnly(true)
                        .secure(isSecure)
                        .sameSite(isBroughtBack(kind) ? "Lax" : "Strict")
                        .path("/")
                        .maxAge(age)
                        .build();
        exchange.getResponse().getCookies().set(cookie.getName(), cookie);
    }

    /** Who comes back from a provider goes on with their sign-in, in the same language. */
    private static boolean isBroughtBack(Kind kind) {
        return kind == Kind.VISIT || kind == Kind.LANGUAGE;
    }

    void clear(ServerWebExchange exchange, Kind kind) {
        write(exchange, kind, "", Duration.ZERO);
    }
}
