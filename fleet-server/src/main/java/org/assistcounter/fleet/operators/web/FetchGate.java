package org.assistcounter.fleet.operators.web;

import java.net.URI;
import java.util.Set;
import org.assistcounter.fleet.settings.FleetSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes no change that a page elsewhere made a browser ask for, also where nothing is borrowed of a
 * visitor: browsers say where a request comes from (Sec-Fetch-Site, or Origin in older ones).
 * Programs say nothing.
 */
@Component
class FetchGate implements WebFilter {
    private static final Set<HttpMethod> CHANGES_NOTHING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String origin;

    FetchGate(FleetSettings settings) {
        this.origin = settings.origin().toString();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return CHANGES_NOTHING.contains(request.getMethod()) || isOfOwnPage(request.getHeaders())
                ? chain.filter(exchange)
                : Door.deny(exchange);
    }

    private boolean isOfOwnPage(HttpHeaders headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        String from = headers.getOrigin();
        return from == null || from.equals(origin) || names(from, headers.getFirst("Host"));
    }

    /** Under another of our names, as where a developer types an address. */
    private static boolean names(String from, @Nullable String host) {
        try {
            return URI.create(from).getAuthority() != null
                    && URI.create(from).getAuthority().equals(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
