package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A server that nobody has been to: how the first person comes in, and by what cookies. */
@Tag("slow")
class FirstAdministratorTest {
    private static final String ORIGIN = "https://fleet.example.org";
    private static final String PASSWORD = "correct horse battery";
    private static final String SETUP_PAGE = "/sign-in/second-factor";
    private static final int STOP_SECONDS_MAX = 10;

    private final ServerProcess server = new ServerProcess();
    private final CookieBrowser browser = new CookieBrowser(server.origin());

    @Test
    void comesInByALinkThatIsGoodOnceAndMayHaveAnother() throws Exception {
        Process first = start("");
        String link = link();
        assertThat(browser.get("/").location()).isEqualTo("/sign-in");
        assertThat(browser.posts(link, link, Map.of("password", PASSWORD)).location())
                .isEqualTo(SETUP_PAGE);
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        browser.posts(SETUP_PAGE, SETUP_PAGE, Map.of("code", app.code(0)));

        assertThat(browser.get("/people?lang=en").text())
                .contains("data-login=\"admin\"", "Can sign in");
        assertThat(browser.get(link).status()).isEqualTo(404);
        assertThat(browser.cookies().keySet())
                .containsExactlyInAnyOrder(
                        "__Host-assistcounter_session", "__Host-XSRF-TOKEN", "__Host-lang");
        bindsCookiesToThisHost();
        stop(first);

        Process second = start("admin");
        assertThat(link()).isNotEqualTo(link);
        assertThat(browser.get(link()).text()).contains("Administrator");
        assertThat(browser.get("/people").status()).as("until it is used").isEqualTo(200);
        stop(second);
    }

    /** Who has a passkey or an account at a provider and no password is somebody too. */
    @Test
    void writesNoLinkWhereSomebodyComesInWithoutAPassword() throws Exception {
        Process first = start("");
        SoftPasskey passkey = makesPasskey(link());
        database("update people set password_hash = null");
        stop(first);
        Files.delete(file());

        Process second = start("");
        assertThat(file()).doesNotExist();
        assertThat(signsIn(passkey)).isEqualTo("/");
        database(
                """
                insert into providers (tenant_id, issuer, client_id, client_secret, set_at,
                                       forbids_passwords)
                values ('operator', 'https://one.example.org', 'we', '', now(), true)
                """);
        database(
                """
                insert into provider_accounts (person_id, tenant_id, issuer, subject, bound_at)
                select person_id, tenant_id, 'https://one.example.org', 'she', now() from people
                """);
        database("delete from passkeys");
        stop(second);

        Process third = start("");
        assertThat(file()).doesNotExist();
        stop(third);

        Process fourth = start("admin");
        assertThat(browser.get(link()).text())
                .as("who runs the server lets in by a password")
                .contains("name=\"password\"");
        stop(fourth);
    }

    private SoftPasskey makesPasskey(String link) {
        browser.posts(link, link, Map.of("password", PASSWORD));
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        browser.posts(SETUP_PAGE, SETUP_PAGE, Map.of("code", app.code(0)));
        var passkey = new SoftPasskey(ORIGIN);
        passkey.isFor("fleet.example.org");
        var asked =
                browser.posts(
                        "/account", "/account/passkeys/question", Map.of("code", app.code(1)));
        var made =
                browser.posts(
                        "/account",
                        "/account/passkeys",
                        Map.of("name", "Phone", "credential", passkey.made(asked.text())));
        assertThat(made.location()).isEqualTo("/account");
        return passkey;
    }

    private String signsIn(SoftPasskey passkey) {
        browser.cookies().clear();
        String asked = browser.posts("/sign-in", "/sign-in/passkey/question", Map.of()).text();
        return browser.posts(
                        "/sign-in", "/sign-in/passkey", Map.of("credential", passkey.shown(asked)))
                .location();
    }

    private void bindsCookiesToThisHost() {
        var answer =
                WebTestClient.bindToServer()
                        .baseUrl(server.origin())
                        .build()
                        .get()
                        .uri("/sign-in")
                        .exchange()
                        .returnResult(Void.class);
        var cookie =
                Objects.requireNonNull(answer.getResponseCookies().getFirst("__Host-XSRF-TOKEN"));
        assertThat(cookie.isSecure() && cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
    }

    private Path file() {
        return server.data().resolve("administrator.link");
    }

    private void database(String sql) throws IOException, SQLException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String link() throws IOException {
        String link = Files.readString(file()).strip();
        assertThat(link).startsWith(ORIGIN + "/welcome/");
        return link.substring(ORIGIN.length());
    }

    private Process start(String wanted) throws IOException {
        return server.start(
                "--assistcounter.demonstration=false",
                "--assistcounter.origin=" + ORIGIN,
                "--assistcounter.administrator-link=" + wanted);
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }
}
