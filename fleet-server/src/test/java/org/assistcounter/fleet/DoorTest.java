package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;

/** Who may come in, and how they are told apart. */
@ExtendWith(RunningServer.class)
class DoorTest {

    private static final String SESSION = "assistcounter_session";
    private static final String PASSWORD = "correct horse battery";

    private final RunningServer.Parts server = RunningServer.parts();
    private final WebCalls web = new WebCalls(server);

    @Test
    void signsTheDemonstrationsVisitorInAndSaysSo() {
        var page = page("/account?lang=en");

        assertThat(page.getResponseCookies().getFirst(SESSION)).isNotNull();
        assertThat(text(page)).contains("Demonstration: signed in without a password");
    }

    @Test
    void signsNobodyInWhoNamesAnotherHost() {
        web.client()
                .get()
                .uri("/account")
                .accept(MediaType.TEXT_HTML)
                .header("Host", "fleet.example.com")
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    @Test
    void refusesAChangeWithoutATokenAgainstForgery() {
        web.client().post().uri("/sign-out").exchange().expectStatus().isForbidden();
        web.client().post().uri("/enrolment/tokens").exchange().expectStatus().isForbidden();
    }

    @Test
    void endsEverySessionOnDisable() {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
        addPerson(id, "li");
        var sessions = server.bean(Sessions.class);
        Operator li = server.bean(People.class).find("li").blockOptional().orElseThrow();
        String token = sessions.begin(li).blockOptional().orElseThrow();
        assertThat(sessions.use(token).map(Operator::login).block()).isEqualTo("li");

        server.bean(People.class).disable(id).block();

        assertThat(sessions.use(token).blockOptional()).isEmpty();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownLoginAlike() {
        addPerson(UUID.nameUUIDFromBytes(new byte[] {2}), "wang");

        assertThat(signIn("wang")).isEqualTo(signIn("nobody"));
    }

    @Test
    void saysThatEverythingIsUp() {
        assertThat(web.health())
                .isEqualTo(Map.of("status", "up", "broker", "up", "database", "up"));
    }

    @Test
    void stopsPartsOnlyForWhoKnowsTheKey() {
        web.client()
                .post()
                .uri("/demonstration/broker/stop")
                .header("X-Demonstration-Key", "guessed")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private void addPerson(UUID id, String login) {
        var person =
                new People.Newcomer(
                        "demonstration", login, login, Set.of(Role.TECHNICIAN), PASSWORD);
        server.bean(People.class).addIfMissing(id, person).block();
    }

    /** Status and words, without what differs from page to page. */
    private String signIn(String login) {
        var answer =
                new CookieBrowser(server)
                        .posts(
                                "/sign-in",
                                "/sign-in",
                                Map.of("login", login, "password", "wrong password"));
        assertThat(answer.status()).isEqualTo(401);
        return answer.text().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private FluxExchangeResult<String> page(String uri) {
        return web.client()
                .get()
                .uri(uri)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .returnResult(String.class);
    }

    private static String text(FluxExchangeResult<String> page) {
        return String.join("", page.getResponseBody().collectList().blockOptional().orElseThrow());
    }
}
