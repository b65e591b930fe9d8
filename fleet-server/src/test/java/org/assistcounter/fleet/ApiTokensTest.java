package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.ApiTokens;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.PeopleDesk;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** What a program may do that shows a token, and until when. */
@ExtendWith(RunningServer.class)
class ApiTokensTest {
    private static final Pattern MADE = Pattern.compile("id=\"made\">(act_[A-Za-z0-9_-]{43})<");

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void allowsWhatItWasMadeForAndNoMore() {
        String token = token(person("at-scoped", Role.AUDITOR), May.EXPORT_EVIDENCE);

        assertThat(get("/evidence/exports", token)).isEqualTo(200);
        assertThat(get("/books", token)).isEqualTo(403);
        assertThat(get("/audit", token)).isEqualTo(403);
    }

    @Test
    void needsNoTokenAgainstForgeryAndBorrowsNothingFromACookie() {
        Operator person = person("at-program", Role.TECHNICIAN);
        String token = token(person, May.SEE_FLEET);
        String session = server.bean(Sessions.class).begin(person).blockOptional().orElseThrow();

        assertThat(post("/enrolment/tokens", token, session)).isEqualTo(403);
        assertThat(post("/enrolment/tokens", token(person, May.ISSUE_TOKENS), "")).isEqualTo(404);
    }

    @Test
    void makesAndEndsNoTokensWithAToken() {
        String token = token(person("at-self", Role.AUDITOR), May.EXPORT_EVIDENCE);

        assertThat(get("/account", token)).isEqualTo(403);
        assertThat(post("/account/tokens", token, "")).isEqualTo(403);
    }

    /** Else it could make itself a link, and then be its owner for good. */
    @Test
    void keepsNoPeople() {
        Operator keeper = person("at-links", Role.ADMINISTRATOR);
        var wish = new ApiTokens.Wish("for a test", Set.of(May.KEEP_PEOPLE), 1);

        assertThat(server.bean(ApiTokens.class).make(keeper, wish).block())
                .isEqualTo(ApiTokens.Outcome.Refused.NO_SCOPE);
        String token = token(keeper, May.SEE_FLEET);
        assertThat(post("/people/" + keeper.id() + "/link", token, "")).isEqualTo(403);
    }

    @Test
    void isShownOnceOnThePageAndEndedThere() {
        Operator person = person("at-page", Role.AUDITOR);
        var browser = new PersonsBrowser(server, person);
        assertThat(
                        browser.answered(
                                "/account/tokens",
                                Map.of("name", "books", "days", "400", "scope.SEE_FLEET", "on")))
                .contains("有效天数为 1 至 365");
        assertThat(
                        browser.answered(
                                "/account/tokens",
                                Map.of("name", "books", "days", "30", "scope.SETTLE_CASES", "on")))
                .contains("您自己拥有的权限");

        Matcher made =
                MADE.matcher(
                        browser.answered(
                                "/account/tokens",
                                Map.of("name", "books", "days", "30", "scope.SEE_FLEET", "on")));

        assertThat(made.find()).isTrue();
        assertThat(get("/books", made.group(1))).isEqualTo(200);
        assertThat(browser.page("/account?lang=en"))
                .contains("books", "last used")
                .doesNotContain("act_");
        UUID id = server.bean(ApiTokens.class).of(person).next().blockOptional().orElseThrow().id();
        assertThat(browser.posts("/account/tokens/" + id + "/end", Map.of())).isEqualTo(303);
        assertThat(get("/books", made.group(1))).isEqualTo(401);
    }

    /** Each form is another, and all are sent before the first is answered. */
    @Test
    void areTwentyAtMostHoweverManyFormsAreSentAtOnce() {
        Operator person = person("at-many", Role.AUDITOR);
        var tokens = server.bean(ApiTokens.class);
        var wish = new ApiTokens.Wish("for a test", Set.of(May.SEE_FLEET), 1);

        long made =
                Flux.range(0, 40)
                        .flatMap(each -> tokens.make(person, "form-" + each, wish), 40)
                        .filter(ApiTokens.Outcome.Made.class::isInstance)
                        .count()
                        .blockOptional()
                        .orElseThrow();

        assertThat(made).isEqualTo(20);
        assertThat(tokens.of(person).count().block()).isEqualTo(20);
        tokens.end(person, tokens.of(person).next().blockOptional().orElseThrow().id()).block();
        assertThat(tokens.make(person, wish).block()).isInstanceOf(ApiTokens.Outcome.Made.class);
    }

    @Test
    void endsWithItsTimeItsRoleAndItsPerson() {
        Operator person = person("at-ends", Role.AUDITOR);
        String late = token(person, May.SEE_FLEET);
        server.bean(DatabaseClient.class)
                .sql("update api_tokens set ends_at = now() where person_id = :id")
                .bind("id", person.id())
                .then()
                .block();
        assertThat(get("/books", late)).isEqualTo(401);

        String token = token(person, May.SEE_AUDIT);
        assertThat(get("/audit", token)).isEqualTo(200);
        Operator administrator = person("at-keeper", Role.ADMINISTRATOR);
        PeopleDesk desk = server.bean(PeopleDesk.class);
        desk.setRoles(administrator, person.id(), Set.of(Role.FINANCE)).block();
        assertThat(get("/audit", token)).isEqualTo(403);
        desk.setRoles(administrator, person.id(), Set.of(Role.AUDITOR)).block();
        assertThat(get("/audit", token)).isEqualTo(200);

        desk.disable(administrator, person.id()).block();
        assertThat(get("/audit", token)).isEqualTo(401);
        desk.enable(administrator, person.id()).block();
        assertThat(get("/audit", token)).isEqualTo(401);
    }

    @Test
    void takesNothingElseForAToken() {
        assertThat(get("/books", "act_" + "A".repeat(43))).isEqualTo(401);
        assertThat(get("/books", "nonsense")).isEqualTo(401);
    }

    private String token(Operator person, May scope) {
        var outcome =
                server.bean(ApiTokens.class)
                        .make(person, new ApiTokens.Wish("for a test", Set.of(scope), 1))
                        .blockOptional()
                        .orElseThrow();
        assertThat(outcome).isInstanceOf(ApiTokens.Outcome.Made.class);
        return ((ApiTokens.Outcome.Made) outcome).token();
    }

    private Operator person(String login, Role role) {
        var person = new People.Newcomer("demonstration", login, login, Set.of(role), null);
        People people = server.bean(People.class);
        people.addIfMissing(UUID.randomUUID(), person).block();
        return people.find(login).blockOptional().orElseThrow();
    }

    private int get(String address, String token) {
        return new WebCalls(server)
                .client()
                .get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private int post(String address, String token, String session) {
        return new WebCalls(server)
                .client()
                .method(HttpMethod.POST)
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .cookie("assistcounter_session", session)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"label\":\"AT-0001\",\"site\":\"none\"}")
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }
}
