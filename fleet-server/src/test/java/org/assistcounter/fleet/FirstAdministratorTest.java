package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

    private String link() throws IOException {
        String link = Files.readString(server.data().resolve("administrator.link")).strip();
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
