package org.assistcounter.fleet.operators.web;

import java.net.InetSocketAddress;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.SignIns;
import org.assistcounter.fleet.operators.Way;
import org.assistcounter.fleet.operators.factor.SecondFactor;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The way in: a password or another way, then a second factor, then a session. Each step has a new
 * token.
 */
@Component
class Entrance {

    static final String PASSWORD_PAGE = "/sign-in";
    static final String CODE_PAGE = "/sign-in/code";
    static final String SETUP_PAGE = "/sign-in/second-factor";

    private static final int FIELD_LENGTH_MAX = 200;

    private final SignIns signIns;
    private final Sessions sessions;
    private final People people;
    private final SecondFactor factor;
    private final Audit audit;
    private final Cookies cookies;

    Entrance(
            SignIns signIns,
            Sessions sessions,
            People people,
            SecondFactor factor,
            Audit audit,
            Cookies cookies) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.people = people;
        this.factor = factor;
        this.audit = audit;
        this.cookies = cookies;
    }

    /** After the password; where to go next. */
    Mono<String> halfWay(People.Recognised person, ServerWebExchange exchange) {
        return halfWay(person, Way.PASSWORD, exchange).map(page -> "redirect:" + page);
    }

    /** The same for who has come another way; the page that is next. */
    Mono<String> halfWay(People.Recognised person, Way way, ServerWebExchange exchange) {
        Operator operator = person.operator();
        return signIns.begin(person, factor.draw(operator), way)
                .doOnNext(token ->
                        cookies.write(exchange, Cookies.Kind.SIGN_IN, token, SignIns.LIFE_MAX))
                .then(factor.isSetUp(operator))
                .map(isSetUp -> isSetUp ? CODE_PAGE : SETUP_PAGE);
    }

    /** For who has shown two factors in one; the page that is next. */
    Mono<String> straightIn(People.Recognised person, Way way, ServerWebExchange exchange) {
        Operator operator = person.operator();
        return signIns.begin(person, factor.draw(operator), way)
                .flatMap(token -> inside(operator, token, way, exchange));
    }

    /** Who has shown a password here; empty when nobody has, or too long ago. */
    Mono<SignIns.Visitor> visitor(ServerWebExchange exchange) {
        String token = cookies.read(exchange, Cookies.Kind.SIGN_IN);
        return token == null ? Mono.empty() : signIns.find(token);
    }

    /** After the second factor. A session that was there before ends. */
    Mono<String> inside(SignIns.Visitor visitor, ServerWebExchange exchange) {
        String signIn = cookies.read(exchange, Cookies.Kind.SIGN_IN);
        return Mono.justOrEmpty(signIn)
                .flatMap(token -> inside(visitor.operator(), token, visitor.way(), exchange))
                .defaultIfEmpty(PASSWORD_PAGE)
                .map(page -> "redirect:" + page);
    }

    private Mono<String> inside(
            Operator person, String signIn, Way way, ServerWebExchange exchange) {
        String old = cookies.read(exchange, Cookies.Kind.SESSION);
        return (old == null ? Mono.<Way>empty() : sessions.end(old))
                .then(sessions.beginFrom(signIn))
                .doOnNext(token -> {
                    cookies.clear(exchange, Cookies.Kind.SIGN_IN);
                    cookies.write(exchange, Cookies.Kind.SESSION, token, Sessions.LIFE_MAX);
                })
                .flatMap(token -> noted(person, way, exchange))
                .defaultIfEmpty(PASSWORD_PAGE);
    }

    private Mono<String> noted(Operator person, Way way, ServerWebExchange exchange) {
        String detail = address(exchange) + (way == Way.PASSWORD ? "" : " " + way.word());
        return people.markSignedIn(person)
                .then(audit.record(person, "sign-in", person.login(), detail))
                .thenReturn(home(person));
    }

    /** The first page that somebody may see. */
    private static String home(Operator person) {
        if (person.may(May.SEE_FLEET)) {
            return "/";
        }
        return person.may(May.SEE_REGISTRY) ? "/recognition" : "/account";
    }

    /** Ends what this browser has; how its session was come by, where there was one. */
    Mono<Way> leave(ServerWebExchange exchange) {
        String session = cookies.read(exchange, Cookies.Kind.SESSION);
        String signIn = cookies.read(exchange, Cookies.Kind.SIGN_IN);
        cookies.clear(exchange, Cookies.Kind.SESSION);
        cookies.clear(exchange, Cookies.Kind.SIGN_IN);
        return (signIn == null ? Mono.<Void>empty() : signIns.end(signIn))
                .then(session == null ? Mono.empty() : sessions.end(session));
    }

    /** Empty when it is too long or holds what no database keeps in a text. */
    static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        if (value == null || value.length() > FIELD_LENGTH_MAX) {
            return "";
        }
        return value.indexOf('\0') < 0 ? value : "";
    }

    static String address(ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        if (from == null) {
            return "";
        }
        return from.isUnresolved() ? from.getHostString() : from.getAddress().getHostAddress();
    }
}
