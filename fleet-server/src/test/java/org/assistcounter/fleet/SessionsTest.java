package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/** How long a session is good, for whom, and that guessing is slow for who guesses alone. */
@ExtendWith(RunningServer.class)
class SessionsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String SETUP_PAGE = "/sign-in/second-factor";
    private static final String SESSION = "assistcounter_session";
    private static final int DRAWN = 64;
    private static final String HALF_WAY = "assistcounter_sign_in";
    private static final int WRONG = 5;

    /** The fifth wrong password doubles a quarter of a second four times. */
    private static final Duration WAIT = Duration.ofSeconds(4);

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void areNamedBy256BitsThatNoOtherHas() {
        Operator person = person("se-drawn");
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < DRAWN; i++) {
            drawn.add(begun(person));
        }

        assertThat(drawn).hasSize(DRAWN).allMatch(token -> token.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void endAfterThirtyMinutesThatNobodyUsesThem() {
        String token = begun(person("se-idle"));

        passes("se-idle", "last_used_at", 29);
        assertThat(isGood(token)).isTrue();
        passes("se-idle", "last_used_at", 31);
        assertThat(isGood(token)).isFalse();
    }

    @Test
    void endAfterTwelveHoursHoweverBusy() {
        String token = begun(person("se-busy"));

        passes("se-busy", "ends_at", 12 * 60 - 1);
        assertThat(isGood(token)).isTrue();
        passes("se-busy", "ends_at", 1);
        assertThat(isGood(token)).isFalse();
    }

    @Test
    void areAnotherAfterEachSignInAndTheOneBeforeEnds() {
        person("se-again");
        var browser = new CookieBrowser(server);
        password(browser, "se-again");
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        browser.posts(SETUP_PAGE, SETUP_PAGE, Map.of("code", app.code(0)));
        String first = browser.cookies().getOrDefault(SESSION, "");

        password(browser, "se-again");
        browser.posts("/sign-in/code", "/sign-in/code", Map.of("code", app.code(1)));
        String second = browser.cookies().getOrDefault(SESSION, "");

        assertThat(second).isNotEqualTo(first).isNotEmpty();
        assertThat(isGood(second)).isTrue();
        assertThat(isGood(first)).isFalse();
    }

    /** Nor is a session taken that somebody else has put into the browser. */
    @Test
    void areNeverNamedByWhatABrowserBrings() {
        person("se-fixed");
        var browser = new CookieBrowser(server);
        String planted = "A".repeat(43);
        browser.cookies().put(SESSION, planted);
        password(browser, "se-fixed");
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        browser.posts(SETUP_PAGE, SETUP_PAGE, Map.of("code", app.code(0)));

        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(planted);
        assertThat(isGood(planted)).isFalse();
    }

    @Test
    void allEndWhenTheirPersonIsKeptOut() {
        Operator person = person("se-out");
        String one = begun(person);
        String other = begun(person);

        server.bean(People.class).disable(person.id()).block();

        assertThat(isGood(one) || isGood(other)).isFalse();
    }

    /** From another address the owner comes in meanwhile as if nobody had guessed. */
    @Test
    void makesWhoGuessesAPasswordWaitAndNobodyElse() {
        person("se-guessed");
        var guesser = new CookieBrowser(server);
        for (int i = 0; i < WRONG; i++) {
            guesser.posts(
                    "/sign-in",
                    "/sign-in",
                    Map.of("login", "se-guessed", "password", "guess " + i));
        }
        long refused = System.nanoTime();
        var owner = new CookieBrowser(from("127.0.0.2"));

        password(owner, "se-guessed");
        assertThat(owner.cookies()).containsKey(HALF_WAY);
        assertThat(since(refused)).isLessThan(WAIT);
        password(guesser, "se-guessed");
        assertThat(since(refused)).isGreaterThan(WAIT.minusMillis(500));
        assertThat(guesser.cookies()).as("nobody is locked out").containsKey(HALF_WAY);
    }

    private WebTestClient from(String address) {
        var client = HttpClient.create().bindAddress(() -> new InetSocketAddress(address, 0));
        return WebTestClient.bindToServer(new ReactorClientHttpConnector(client))
                .baseUrl("http://127.0.0.1:" + server.http())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void password(CookieBrowser browser, String login) {
        browser.posts("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
    }

    private Operator person(String login) {
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.randomUUID(),
                        new People.Newcomer(
                                "demonstration", login, login, Set.of(Role.AUDITOR), PASSWORD))
                .block();
        return people.find(login).blockOptional().orElseThrow();
    }

    private String begun(Operator person) {
        return Objects.requireNonNull(server.bean(Sessions.class).begin(person).block());
    }

    private boolean isGood(String token) {
        return server.bean(Sessions.class).use(token).hasElement().blockOptional().orElse(false);
    }

    /** As if so many minutes had gone by, for one column. */
    private void passes(String login, String column, int minutes) {
        server.bean(DatabaseClient.class)
                .sql(
                        """
                        update sessions set %1$s = %1$s - %2$d * interval '1 minute'
                         where person_id = (select person_id from people where login = '%3$s')
                        """
                                .formatted(column, minutes, login))
                .then()
                .block();
    }
}
