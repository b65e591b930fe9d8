package org.assistcounter.fleet.operators.web;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.settings.FleetSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Signs a visitor of a page in without a password, in the demonstration and from this machine only.
 * The host that the browser names is checked too: otherwise a page elsewhere could be given our
 * address under its own name and read the fleet through the visitor's browser.
 */
@Component
class DemonstrationVisitor {

    private static final List<String> NEVER = List.of("/sign-in", "/welcome/", "/health");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final FleetSettings settings;
    private final People people;
    private final Sessions sessions;
    private final Cookies cookies;

    DemonstrationVisitor(
            FleetSettings settings, People people, Sessions sessions, Cookies cookies) {
        this.cookies = cookies;
        this.settings = settings;
        this.people = people;
        this.sessions = sessions;
    }

    Mono<Operator> signIn(ServerWebExchange exchange) {
        if (!isWelcome(exchange)) {
            return Mono.empty();
        }
        return people.find(Operator.DEMONSTRATION_LOGIN)
                .flatMap(operator ->
                        sessions.begin(operator)
                                .doOnNext(token ->
                                        cookies.write(
                                                exchange,
                                                Cookies.Kind.SESSION,
                                                token,
                                                Sessions.LIFE_MAX))
                                .thenReturn(operator));
    }

    private boolean isWelcome(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        String path = request.getPath().value();
        return settings.demonstration()
                && HttpMethod.GET.equals(request.getMethod())
                && NEVER.stream().noneMatch(path::startsWith)
                && isLocal(request.getRemoteAddress())
                && namesUs(request.getHeaders().getHost());
    }

    private static boolean isLocal(@Nullable InetSocketAddress from) {
        return from != null && from.getAddress().isLoopbackAddress();
    }

    private static boolean namesUs(@Nullable InetSocketAddress host) {
        return host != null && OWN_NAMES.contains(host.getHostString());
    }
}
