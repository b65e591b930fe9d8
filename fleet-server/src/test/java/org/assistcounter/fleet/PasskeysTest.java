package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** Passkeys: who makes one, whom it lets in, and what is refused. */
@ExtendWith(RunningServer.class)
class PasskeysTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String SESSION = "assistcounter_session";
    private static final String COOKIE = "assistcounter_passkey";
    private static final String WRONG = "/sign-in?why=passkey-wrong";
    private static final String NO_RESPONSE =
            "{\"id\":\"eA\",\"rawId\":\"eA\",\"type\":\"public-key\",\"response\":{}}";
    private static final String OVER = "/sign-in?why=passkey-over";

    private final RunningServer.Parts server = RunningServer.parts();
    private final CookieBrowser browser = new CookieBrowser(server);
    private final SoftPasskey passkey = new SoftPasskey(server.origin());

    @Test
    void signsInByAPasskeyAlone() {
        makes("pk-first");
        assertThat(browser.get("/account").text()).contains("data-passkey=\"" + passkey.id());
        browser.posts("/account", "/sign-out", Map.of());

        assertThat(shows().location()).isEqualTo("/");

        assertThat(whose()).isEqualTo("pk-first");
        assertThat(actions("pk-first")).contains("passkey-made", "sign-in");
        assertThat(browser.get("/account").text()).doesNotContain("尚未使用");
    }

    /** A passkey is a way in of its own, so it is made by who shows the second factor again. */
    @Test
    void isMadeByWhoShowsACodeOnly() {
        signsIn("pk-code");

        assertThat(question("").status()).isEqualTo(422);
        assertThat(question("000000").text()).contains("code-wrong");
        assertThat(makesWith("{}").location()).isEqualTo("/account?refused=passkey-over");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("of another page", all -> all.isAskedAt("http://localhost:1")),
                fault("of a page by HTTPS", all -> all.isAskedAt("https://localhost")),
                fault("for another host", all -> all.isFor("example.com")),
                fault("of who was not recognised", SoftPasskey::verifiesNobody));
    }

    private static Arguments fault(String what, Consumer<SoftPasskey> change) {
        return Arguments.arguments(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void letsNobodyIn(String what, Consumer<SoftPasskey> change) {
        makes("pk-fault-" + what.hashCode());
        browser.posts("/account", "/sign-out", Map.of());
        change.accept(passkey);

        assertThat(shows().location()).as(what).isEqualTo(WRONG);
        assertThat(whose()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isNotMade(String what, Consumer<SoftPasskey> change) {
        var app = signsIn("pk-bad-" + what.hashCode());
        change.accept(passkey);
        String question = question(app.code(1)).text();

        assertThat(makesWith(passkey.made(question)).location())
                .as(what)
                .isEqualTo("/account?refused=passkey-wrong");
        assertThat(browser.get("/account").text()).doesNotContain("data-passkey");
    }

    @Test
    void isNotMadeOfWhatMakesNoSense() {
        var app = signsIn("pk-sense");
        question(app.code(1));

        assertThat(makesWith("no JSON").location()).isEqualTo("/account?refused=passkey-wrong");
        for (String answer : List.of("", "[]", "null", "{\"id\":\"x\"}", NO_RESPONSE)) {
            asks();
            assertThat(sends(answer).location()).as(answer).isEqualTo(WRONG);
        }
    }

    @Test
    void answersAQuestionOnce() {
        makes("pk-once");
        browser.posts("/account", "/sign-out", Map.of());
        String question = asks();
        String cookie = browser.cookies().getOrDefault(COOKIE, "");
        String answer = passkey.shown(question);
        assertThat(sends(answer).location()).isEqualTo("/");
        browser.posts("/account", "/sign-out", Map.of());

        assertThat(sends(answer).location()).isEqualTo(OVER);
        browser.cookies().put(COOKIE, cookie);
        assertThat(sends(answer).location()).isEqualTo(OVER);
        asks();
        assertThat(sends(answer).location()).isEqualTo(WRONG);
        assertThat(whose()).isEmpty();
    }

    @Test
    void answersNoQuestionThatIsOver() {
        makes("pk-late");
        browser.posts("/account", "/sign-out", Map.of());
        String answer = passkey.shown(asks());
        database("update passkey_challenges set ends_at = now() - interval '1 second'");

        assertThat(sends(answer).location()).isEqualTo(OVER);
    }

    /** The answer to a question of making is none to a question of showing. */
    @Test
    void takesNoQuestionForTheOther() {
        var app = makes("pk-other");
        browser.posts("/account", "/sign-out", Map.of());
        String question = asks();
        signsInAgain("pk-other", app);

        assertThat(makesWith(new SoftPasskey(server.origin()).made(madeOf(question))).location())
                .isEqualTo("/account?refused=passkey-over");
    }

    @Test
    void letsNobodyInAsSomebodyElse() {
        makes("pk-mine");
        String mine = passkey.handle();
        var other = find("pk-mine-not");
        browser.posts("/account", "/sign-out", Map.of());
        passkey.says(handle(other));

        assertThat(shows().location()).isEqualTo(WRONG);
        passkey.says("");
        assertThat(shows().location()).isEqualTo(WRONG);
        passkey.says(mine);
        assertThat(shows().location()).isEqualTo("/");
    }

    @Test
    void belongsToOnePersonOnly() {
        makes("pk-owner");
        browser.posts("/account", "/sign-out", Map.of());
        var app = signsIn("pk-thief");

        String question = question(app.code(1)).text();

        assertThat(makesWith(passkey.made(question)).location())
                .isEqualTo("/account?refused=passkey-many");
    }

    @Test
    void opensNothingAnyMoreWhenItIsThereTwice() {
        passkey.counts(5);
        makes("pk-twice");
        browser.posts("/account", "/sign-out", Map.of());
        passkey.counts(6);
        assertThat(shows().location()).isEqualTo("/");
        browser.posts("/account", "/sign-out", Map.of());

        assertThat(shows().location()).isEqualTo("/sign-in?why=passkey-twice");
        assertThat(browser.get("/sign-in?why=passkey-twice&lang=en").text())
                .contains("there twice");
        passkey.counts(7);
        assertThat(shows().location()).isEqualTo("/sign-in?why=passkey-unknown");
        assertThat(actions("pk-twice")).contains("passkey-doubted");
    }

    @Test
    void keepsOutWhoIsDisabled() {
        makes("pk-gone");
        UUID person = find("pk-gone").id();
        server.bean(People.class).disable(person).block();
        assertThat(whose()).isEmpty();

        assertThat(shows().location()).isEqualTo("/sign-in?why=passkey-unknown");
        server.bean(People.class).enable(person).block();
        assertThat(shows().location()).isEqualTo("/");
    }

    @Test
    void endsWhenItIsRemovedOrAnInvitationIsUsed() {
        var app = makes("pk-removed");
        assertThat(
                        browser.posts(
                                        "/account",
                                        "/account/passkeys/" + passkey.id() + "/remove",
                                        Map.of("code", "000000"))
                                .location())
                .isEqualTo("/account?refused=code-wrong");
        forgetUsedCodes("pk-removed");
        browser.posts(
                "/account",
                "/account/passkeys/" + passkey.id() + "/remove",
                Map.of("code", app.code(0)));
        assertThat(browser.get("/account").text()).doesNotContain("data-passkey");
        assertThat(shows().location()).isEqualTo("/sign-in?why=passkey-unknown");

        var lost = new PasskeysTest();
        lost.makes("pk-lost");
        String link =
                Invitations.address(
                        server.bean(Invitations.class)
                                .make(find("pk-lost"))
                                .blockOptional()
                                .orElseThrow());
        browser.posts(link, link, Map.of("password", "another horse battery"));
        assertThat(lost.shows().location()).isEqualTo("/sign-in?why=passkey-unknown");
    }

    private AuthenticatorApp makes(String login) {
        var app = signsIn(login);
        String question = question(app.code(1)).text();
        assertThat(makesWith(passkey.made(question)).location()).isEqualTo("/account");
        return app;
    }

    private CookieBrowser.Answer makesWith(String credential) {
        return browser.posts(
                "/account", "/account/passkeys", Map.of("name", "Phone", "credential", credential));
    }

    private CookieBrowser.Answer question(String code) {
        return browser.posts("/account", "/account/passkeys/question", Map.of("code", code));
    }

    private String asks() {
        return browser.posts("/sign-in", "/sign-in/passkey/question", Map.of()).text();
    }

    private CookieBrowser.Answer shows() {
        return sends(passkey.shown(asks()));
    }

    private CookieBrowser.Answer sends(String credential) {
        return browser.posts("/sign-in", "/sign-in/passkey", Map.of("credential", credential));
    }

    /** As if the question had been to make one. */
    private static String madeOf(String question) {
        return "{\"user\":{\"id\":\"AAAA\"},\"challenge\":\""
                + SoftPasskey.challenge(question)
                + "\"}";
    }

    private AuthenticatorApp signsIn(String login) {
        find(login);
        browser.posts("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
        String page = "/sign-in/second-factor";
        var app = AuthenticatorApp.scan(browser.get(page).text());
        browser.posts(page, page, Map.of("code", app.code(0)));
        assertThat(whose()).isEqualTo(login);
        return app;
    }

    private void signsInAgain(String login, AuthenticatorApp app) {
        forgetUsedCodes(login);
        browser.posts("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
        browser.posts("/sign-in/code", "/sign-in/code", Map.of("code", app.code(0)));
        assertThat(whose()).isEqualTo(login);
    }

    private void forgetUsedCodes(String login) {
        database(
                "update second_factors set last_step = 0 where person_id ="
                        + " (select person_id from people where login = '"
                        + login
                        + "')");
    }

    private Operator find(String login) {
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)),
                        new People.Newcomer(
                                "demonstration", login, login, Set.of(Role.AUDITOR), PASSWORD))
                .block();
        return people.find(login).blockOptional().orElseThrow();
    }

    private static String handle(Operator person) {
        var bytes = ByteBuffer.allocate(16);
        bytes.putLong(person.id().getMostSignificantBits());
        bytes.putLong(person.id().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private String whose() {
        return server.bean(Sessions.class)
                .use(browser.cookies().getOrDefault(SESSION, ""))
                .map(Operator::login)
                .blockOptional()
                .orElse("");
    }

    private List<String> actions(String about) {
        return server.bean(Audit.class)
                .newest("demonstration", Long.MAX_VALUE, about, 100)
                .map(line -> line.deed().action())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void database(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }
}
