package org.assistcounter.fleet.operators.web;

import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.ApiTokens;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds who sends a request: by the session cookie, by a program's token, or as the demonstration's
 * visitor.
 */
@Component
class SessionSecurityContext implements ServerSecurityContextRepository {

    /** What is allowed to a person at a browser and to no program. */
    static final String IN_SESSION = "IN_SESSION";

    private static final String BEARER = "Bearer ";
    private static final String FOUND = SessionSecurityContext.class.getName();

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final DemonstrationVisitor visitor;
    private final Cookies cookies;

    SessionSecurityContext(
            Sessions sessions, ApiTokens tokens, DemonstrationVisitor visitor, Cookies cookies) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.sessions = sessions;
        this.visitor = visitor;
    }

    /** Sessions begin on the sign-in page, never by what a filter decides. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }

    /** Asked several times in a request; looks once. */
    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        Mono<SecurityContext> known = exchange.getAttribute(FOUND);
        if (known != null) {
            return known;
        }
        String token = bearer(exchange);
        Mono<SecurityContext> found =
                (token.isEmpty()
                                ? atABrowser(exchange)
                                        .map(operator -> context(operator, Stream.of(IN_SESSION)))
                                : tokens.use(token)
                                        .map(operator -> context(operator, Stream.empty())))
                        .cache();
        exchange.getAttributes().put(FOUND, found);
        return found;
    }

    /**
     * The token that a program shows; empty at a browser. Who shows one has no authority by a
     * cookie, so no page elsewhere can borrow it.
     */
    static String bearer(ServerWebExchange exchange) {
        String shown = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.startsWith(BEARER)
                ? shown.substring(BEARER.length()).strip()
                : "";
    }

    private Mono<Operator> atABrowser(ServerWebExchange exchange) {
        String token = cookies.read(exchange, Cookies.Kind.SESSION);
        Mono<Operator> holder = token == null ? Mono.empty() : sessions.use(token);
        return holder.switchIfEmpty(Mono.defer(() -> visitor.signIn(exchange)));
    }

    private static SecurityContext context(Operator operator, Stream<String> besides) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(
                        operator, null, authorities(operator, besides)));
    }

    private static List<GrantedAuthority> authorities(Operator operator, Stream<String> besides) {
        Stream<String> may = Stream.of(May.values()).filter(operator::may).map(May::name);
        return Stream.concat(besides, may)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
