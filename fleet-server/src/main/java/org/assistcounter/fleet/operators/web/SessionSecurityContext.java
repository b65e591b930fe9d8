package org.assistcounter.fleet.operators.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds who sends a request: by the session cookie, or as the demonstration's visitor. */
@Component
class SessionSecurityContext implements ServerSecurityContextRepository {

    private static final String FOUND = SessionSecurityContext.class.getName();

    private final Sessions sessions;
    private final DemonstrationVisitor visitor;

    SessionSecurityContext(Sessions sessions, DemonstrationVisitor visitor) {
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
        Mono<SecurityContext> found = find(exchange).map(SessionSecurityContext::context).cache();
        exchange.getAttributes().put(FOUND, found);
        return found;
    }

    private Mono<Operator> find(ServerWebExchange exchange) {
        String token = SessionCookie.read(exchange);
        Mono<Operator> holder = token == null ? Mono.empty() : sessions.use(token);
        return holder.switchIfEmpty(Mono.defer(() -> visitor.signIn(exchange)));
    }

    private static SecurityContext context(Operator operator) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(
                        operator, null, authorities(operator)));
    }

    private static Collection<GrantedAuthority> authorities(Operator operator) {
        Stream<String> roles = operator.roles().stream().map(role -> "ROLE_" + role.name());
        Stream<String> may = Stream.of(May.values()).filter(operator::may).map(May::name);
        List<GrantedAuthority> all =
                Stream.concat(roles, may)
                        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                        .toList();
        return all;
    }
}
