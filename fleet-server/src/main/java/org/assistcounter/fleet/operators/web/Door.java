package org.assistcounter.fleet.operators.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.OpenPaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Which request may pass. All need a session or a token but the sign-in page, files of the look and
 * what modules declare open. Open addresses carry nobody's authority, so they need no token against
 * forged requests; every other change does.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableReactiveMethodSecurity
class Door {

    private static final List<String> ALWAYS_OPEN =
            List.of(
                    "/sign-in/**",
                    "/welcome/*",
                    "/welcome/*/organisation",
                    "/look/**",
                    "/webjars/**",
                    "/favicon.ico");
    private static final String LINKS = "/01/";
    private static final Resource DENIED = new ClassPathResource("static/look/denied.html");
    private static final int DENIED_BYTES = 4096;

    /** A lot's code may hold signs that no other address of ours does (GS1's set 82). */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var strict = new StrictServerWebExchangeFirewall();
        var links = new StrictServerWebExchangeFirewall();
        links.setAllowUrlEncodedSlash(true);
        links.setAllowUrlEncodedDoubleSlash(true);
        links.setAllowUrlEncodedPercent(true);
        links.setAllowUrlEncodedPeriod(true);
        links.setAllowSemicolon(true);
        return exchange ->
                (exchange.getRequest().getPath().value().startsWith(LINKS) ? links : strict)
                        .getFirewalledExchange(exchange);
    }

    @Bean
    SecurityWebFilterChain filters(
            ServerHttpSecurity http,
            SessionSecurityContext sessions,
            Cookies cookies,
            UploadGate uploads,
            ObjectProvider<OpenPaths> declared) {
        String[] open =
                declared.stream().flatMap(d -> d.patterns().stream()).toArray(String[]::new);
        return http.securityContextRepository(sessions)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(anonymous -> anonymous.disable())
                .addFilterBefore(uploads, SecurityWebFiltersOrder.CSRF)
                .csrf(csrf -> protect(csrf, cookies, open))
                // SafeAnswers writes them, on more answers than come by here.
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((exchange, why) -> invite(exchange))
                                .accessDeniedHandler((exchange, why) -> deny(exchange)))
                .authorizeExchange(exchanges ->
                        exchanges
                                .pathMatchers(withAlwaysOpen(open))
                                .permitAll()
                                .anyExchange()
                                .authenticated())
                .build();
    }

    private static void protect(ServerHttpSecurity.CsrfSpec csrf, Cookies cookies, String[] open) {
        var repository = new CookieServerCsrfTokenRepository();
        repository.setCookieName(cookies.name(Cookies.Kind.FORGERY));
        repository.setCookieCustomizer(cookie ->
                cookie.httpOnly(true).sameSite("Strict").path("/").secure(cookies.isSecure()));
        csrf.csrfTokenRepository(repository);
        var forms = new XorServerCsrfTokenRequestAttributeHandler();
        forms.setTokenFromMultipartDataEnabled(true);
        csrf.csrfTokenRequestHandler(forms);
        csrf.accessDeniedHandler((exchange, why) -> deny(exchange));
        csrf.requireCsrfProtectionMatcher(
                new AndServerWebExchangeMatcher(
                        CsrfWebFilter.DEFAULT_CSRF_MATCHER,
                        new NegatedServerWebExchangeMatcher(
                                new OrServerWebExchangeMatcher(
                                        ServerWebExchangeMatchers.pathMatchers(open),
                                        Door::isByToken))));
    }

    /** A browser sends no such header by itself, so it cannot be made to. */
    private static Mono<ServerWebExchangeMatcher.MatchResult> isByToken(
            ServerWebExchange exchange) {
        return SessionSecurityContext.bearer(exchange).isEmpty()
                ? ServerWebExchangeMatcher.MatchResult.notMatch()
                : ServerWebExchangeMatcher.MatchResult.match();
    }

    /** People are shown the door; programs are told. */
    private static Mono<Void> invite(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        boolean isPage = isAtABrowser(exchange);
        response.setStatusCode(isPage ? HttpStatus.SEE_OTHER : HttpStatus.UNAUTHORIZED);
        if (isPage) {
            response.getHeaders().setLocation(URI.create("/sign-in"));
        }
        return response.setComplete();
    }

    /** People are told in words; programs by the status. */
    static Mono<Void> deny(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.FORBIDDEN);
        if (!isAtABrowser(exchange)) {
            return response.setComplete();
        }
        response.getHeaders().setContentType(MediaType.TEXT_HTML);
        return response.writeWith(
                DataBufferUtils.read(DENIED, response.bufferFactory(), DENIED_BYTES));
    }

    private static boolean isAtABrowser(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().stream()
                .anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static String[] withAlwaysOpen(String[] open) {
        return Stream.concat(ALWAYS_OPEN.stream(), Stream.of(open)).toArray(String[]::new);
    }
}
