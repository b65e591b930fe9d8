package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.Tenants;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every endpoint as nobody, as every role, and as somebody of another tenant. */
@ExtendWith(RunningServer.class)
class AccessMatrixTest {
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final Set<String> OWN_MAPPINGS = Set.of("/error");

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebTestClient web = new WebCalls(server).client();

    @Test
    void knowsEveryEndpoint() {
        Set<String> there = new TreeSet<>();
        server.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> there.addAll(endpoints(info)));

        assertThat(AccessRule.all())
                .extracting(AccessRule::toString)
                .containsExactlyInAnyOrderElementsOf(there);
    }

    private static List<String> endpoints(RequestMappingInfo info) {
        return info.getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .filter(pattern -> !OWN_MAPPINGS.contains(pattern))
                .flatMap(pattern ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern))
                .toList();
    }

    @Test
    void letsNobodyInWhoIsNotSignedIn() {
        CookieBrowser nobody = new CookieBrowser(server);
        String form = nobody.provesOwnPage();
        String cookie = nobody.cookies().getOrDefault("XSRF-TOKEN", "");
        for (AccessRule rule : AccessRule.all()) {
            if (rule.isOpen()) {
                continue;
            }
            int status =
                    web.method(HttpMethod.valueOf(rule.method()))
                            .uri(rule.address())
                            .accept(rule.isGet() ? MediaType.TEXT_HTML : MediaType.ALL)
                            .header("Host", "fleet.example.com")
                            .header("X-XSRF-TOKEN", form)
                            .cookie("XSRF-TOKEN", cookie)
                            .exchange()
                            .returnResult(String.class)
                            .getStatus()
                            .value();
            if (rule.hasItsOwnKey()) {
                assertThat(status).as("%s", rule).isIn(UNAUTHORIZED, FORBIDDEN);
            } else {
                assertThat(status)
                        .as("%s", rule)
                        .isEqualTo(rule.isGet() ? SEE_OTHER : UNAUTHORIZED);
            }
        }
    }

    /** A form that a page elsewhere makes a browser send has the cookie and not the token. */
    @Test
    void takesNoFormThatIsNotOfItsOwnPage() {
        Visitor visitor = visitor("demonstration", Role.ADMINISTRATOR);
        for (AccessRule rule : AccessRule.all()) {
            if (rule.isGet() || rule.isOpen() || rule.hasItsOwnKey()) {
                continue;
            }
            assertThat(visitor.forges(rule)).as("%s", rule).isEqualTo(FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsARoleDoWhatTheTableSaysAndNoMore(Role role) {
        Visitor visitor = visitor("demonstration", role);
        for (AccessRule rule : AccessRule.all()) {
            if (rule.isOpen() || rule.hasItsOwnKey() || rule.pattern().equals("/sign-out")) {
                continue;
            }
            int status = visitor.status(rule, rule.address());
            if (rule.allows(role)) {
                assertThat(status)
                        .as("%s as %s", rule, role)
                        .isNotIn(UNAUTHORIZED, FORBIDDEN)
                        .isLessThan(500);
            } else {
                assertThat(status).as("%s as %s", rule, role).isEqualTo(FORBIDDEN);
            }
        }
    }

    /** What is there for one tenant is for the same role of another as if it were not. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void showsNothingOfATenantToAnother(Role role) {
        String label = "AM-" + role.name().substring(0, 4);
        try (var counter = SellingCounter.enrol(server, label)) {
            Map<String, String> things = things(counter, label);
            Visitor stranger = visitor("elsewhere", role);
            Visitor own = visitor("demonstration", role);
            for (AccessRule rule : AccessRule.all()) {
                String thing = thing(rule, things);
                if (thing.isEmpty() || rule.isOpen() || !rule.allows(role)) {
                    continue;
                }
                assertThat(stranger.status(rule, thing))
                        .as("%s as %s of another tenant", rule, role)
                        .isEqualTo(rule.pattern().startsWith("/people/") ? 422 : NOT_FOUND);
                if (rule.isGet()) {
                    assertThat(own.status(rule, thing)).as("%s as %s", rule, role).isEqualTo(200);
                }
            }
        }
    }

    /**
     * Something of each kind that belongs to the demonstration, by the beginning of its pattern.
     */
    private Map<String, String> things(SellingCounter counter, String label) {
        Sales sale = Sales.of(PaymentWay.CARD);
        counter.tells(sale.doubtful());
        counter.publishes("journal", new byte[] {1, 2});
        String id = counter.id().hex();
        server.bean(Counters.class)
                .find(counter.id())
                .flatMap(known ->
                        server.bean(Doubts.class).met(known, DoubtKind.SILENT, "for a test"))
                .block();
        Eventually.holds(() ->
                !first("select id from ingest_refusal where counter_id = '" + id + "'").isEmpty());
        return Map.of(
                "/counters/{label}", "/counters/" + label,
                "/cases/{id}",
                        "/cases/"
                                + first(
                                        "select id from ledger_case where counter_id = '"
                                                + id
                                                + "'"),
                "/doubts/{id",
                        "/doubts/"
                                + first(
                                        "select id from doubts_doubt where counter_id = '"
                                                + id
                                                + "'"),
                "/refused/{id",
                        "/refused/"
                                + first(
                                        "select id from ingest_refusal where counter_id = '"
                                                + id
                                                + "'"),
                "/people/{id}",
                        "/people/" + visitor("demonstration", Role.AUDITOR).operator().id());
    }

    private static String thing(AccessRule rule, Map<String, String> things) {
        for (var each : things.entrySet()) {
            if (rule.pattern().startsWith(each.getKey())) {
                String rest =
                        rule.pattern()
                                .substring(rule.pattern().indexOf('}', each.getKey().length() - 1));
                return each.getValue()
                        + rest.replaceAll("^}+", "").replace("{sale}", "0".repeat(32));
            }
        }
        return "";
    }

    private String first(String sql) {
        return server.bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .first()
                .blockOptional()
                .orElse("");
    }

    private Visitor visitor(String tenant, Role role) {
        server.bean(Tenants.class).addIfMissing(tenant, tenant, tenant).block();
        String login = "am-" + tenant + "-" + role.name().toLowerCase(Locale.ROOT);
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.randomUUID(),
                        new People.Newcomer(tenant, login, login, Set.of(role), null))
                .block();
        return new Visitor(people.find(login).blockOptional().orElseThrow());
    }

    /** Somebody who is signed in and sends what forms and programs send. */
    private final class Visitor {
        private final Operator operator;
        private final String session;
        private final CookieBrowser browser = new CookieBrowser(server);

        Visitor(Operator operator) {
            this.operator = operator;
            this.session =
                    server.bean(Sessions.class).begin(operator).blockOptional().orElseThrow();
            browser.cookies().put("assistcounter_session", session);
        }

        Operator operator() {
            return operator;
        }

        int forges(AccessRule rule) {
            return web.post()
                    .uri(rule.address())
                    .cookie("assistcounter_session", session)
                    .exchange()
                    .returnResult(String.class)
                    .getStatus()
                    .value();
        }

        int status(AccessRule rule, String address) {
            return browser.asks(rule.method(), address, rule.body());
        }
    }
}
