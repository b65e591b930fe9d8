package org.assistcounter.fleet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.SignIns;
import org.assistcounter.fleet.operators.factor.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How somebody comes in: by a password and a code, each good for what it is for and no more. */
@ExtendWith(RunningServer.class)
class SignInTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String CODE_PAGE = "/sign-in/code";
    private static final String SETUP_PAGE = "/sign-in/second-factor";
    private static final String SESSION = "assistcounter_session";
    private static final String SIGN_IN = "assistcounter_sign_in";

    private final RunningServer.Parts server = RunningServer.parts();
    private final CookieBrowser browser = new CookieBrowser(server);

    @Test
    void setsUpASecondFactorAtTheFirstSignInAndAsksForItFromThenOn() {
        addPerson("first", PASSWORD);

        assertThat(password("first").location()).isEqualTo(SETUP_PAGE);
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        assertThat(code(SETUP_PAGE, app.code(0)).location()).isEqualTo("/");
        assertThat(whose(cookie(SESSION))).isEqualTo("first");
        assertThat(browser.cookies()).doesNotContainKey(SIGN_IN);

        assertThat(password("first").location()).isEqualTo(CODE_PAGE);
        assertThat(code(CODE_PAGE, app.code(1)).location()).isEqualTo("/");
    }

    @Test
    void takesACodeOnce() {
        var app = connected("once");
        String code = app.code(1);
        password("once");
        assertThat(code(CODE_PAGE, code).location()).isEqualTo("/");

        password("once");
        var again = code(CODE_PAGE, code);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.text()).contains("已经用过");
    }

    @Test
    void opensNothingForAPasswordAlone() {
        connected("half");
        password("half");
        String half = cookie(SIGN_IN);
        assertThat(half).isNotEmpty();

        assertThat(whose(half)).isEmpty();
        assertThat(browser.get(SETUP_PAGE).location()).isEqualTo(CODE_PAGE);
        assertThat(browser.get(SETUP_PAGE).text()).doesNotContain("id=\"secret\"");
    }

    @Test
    void looksAtNoCodeAfterFiveWrongOnesEvenFromElsewhere() {
        var app = connected("guessed");
        password("guessed");
        for (int wrong = 0; wrong < SecondFactor.TRIES_MAX; wrong++) {
            assertThat(code(CODE_PAGE, "00000" + wrong).status()).isEqualTo(401);
        }

        var elsewhere = new CookieBrowser(server);
        elsewhere.posts("/sign-in", "/sign-in", Map.of("login", "guessed", "password", PASSWORD));
        var right = elsewhere.posts(CODE_PAGE, CODE_PAGE, Map.of("code", app.code(1)));

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.text()).contains("15 分钟");
    }

    @Test
    void sendsWhoHasShownNoPasswordToTheBeginning() {
        assertThat(browser.get(CODE_PAGE).location()).isEqualTo("/sign-in");
        assertThat(browser.get(SETUP_PAGE).location()).isEqualTo("/sign-in");
        assertThat(browser.posts("/sign-in", CODE_PAGE, Map.of("code", "123456")).location())
                .isEqualTo("/sign-in");
    }

    @Test
    void hashesAPasswordAnewThatWasHashedInAnOlderWay() {
        addPerson("older", PASSWORD);
        String bcrypt = new BCryptPasswordEncoder().encode(PASSWORD);
        database("update people set password_hash = '" + bcrypt + "' where login = 'older'");

        assertThat(password("older").location()).isEqualTo(SETUP_PAGE);
        assertThat(hashOf("older")).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(password("older").location()).isEqualTo(SETUP_PAGE);
    }

    @Test
    void letsAnInvitationBeUsedOnceForAGoodPassword() {
        Operator person = addPerson("invited", null);
        String link = link(person);

        assertThat(browser.get(link).text()).contains("invited");
        var weak = browser.posts(link, link, Map.of("password", "my name is invited"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(browser.posts(link, link, Map.of("password", "aaaaaaaaaaaa")).status())
                .isEqualTo(422);
        assertThat(browser.posts(link, link, Map.of("password", "Password123")).text())
                .contains("这个密码很多人用过");
        assertThat(browser.posts(link + "?lang=en", link, Map.of("password", "1q2w3e4r5t")).text())
                .contains("Many others have chosen that password");
        assertThat(browser.posts(link, link, Map.of("password", "demonstration 77")).text())
                .contains("the name of your organisation");
        browser.get(link + "?lang=zh");

        assertThat(browser.posts(link, link, Map.of("password", PASSWORD)).location())
                .isEqualTo(SETUP_PAGE);
        assertThat(browser.get(link).status()).isEqualTo(404);
        assertThat(browser.get(link).text()).contains("链接已失效");
        assertThat(password("invited").location()).isEqualTo(SETUP_PAGE);
    }

    @Test
    void endsWhatWasThereWhenAnInvitationIsUsed() {
        var app = connected("lost");
        password("lost");
        code(CODE_PAGE, app.code(1));
        String session = cookie(SESSION);
        String link = link(find("lost"));
        assertThat(whose(session)).isEqualTo("lost");

        var phone = new CookieBrowser(server);
        phone.posts(link, link, Map.of("password", "another horse battery"));

        assertThat(whose(session)).isEmpty();
        assertThat(AuthenticatorApp.scan(phone.get(SETUP_PAGE).text()).secret())
                .isNotEqualTo(app.secret());
        assertThat(password("lost").status()).isEqualTo(401);
    }

    /** The old password was right a moment before the link was used. */
    @Test
    void isNoSignInThatTheOldPasswordBegan() {
        Operator person = addPerson("late", PASSWORD);
        var recognised =
                server.bean(People.class).recognise("late", PASSWORD).blockOptional().orElseThrow();
        String link = link(person);
        new CookieBrowser(server).posts(link, link, Map.of("password", "another horse battery"));

        String half =
                server.bean(SignIns.class).begin(recognised, "00").blockOptional().orElseThrow();

        assertThat(server.bean(SignIns.class).find(half).blockOptional()).isEmpty();
        assertThat(server.bean(Sessions.class).beginFrom(half).blockOptional()).isEmpty();
    }

    @Test
    void offersEverySignInASecretOfItsOwn() {
        addPerson("offered", PASSWORD);
        password("offered");
        var mine = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        var elsewhere = new CookieBrowser(server);
        elsewhere.posts("/sign-in", "/sign-in", Map.of("login", "offered", "password", PASSWORD));
        var another = AuthenticatorApp.scan(elsewhere.get(SETUP_PAGE).text());

        assertThat(another.secret()).isNotEqualTo(mine.secret());
        assertThat(AuthenticatorApp.scan(browser.get(SETUP_PAGE).text())).isEqualTo(mine);
        assertThat(code(SETUP_PAGE, mine.code(0)).location()).isEqualTo("/");
        assertThat(elsewhere.get(SETUP_PAGE).location()).isEqualTo(CODE_PAGE);
        assertThat(
                        elsewhere
                                .posts(CODE_PAGE, SETUP_PAGE, Map.of("code", another.code(1)))
                                .location())
                .isEqualTo(CODE_PAGE);
    }

    /** As when the folder of keys was lost: no code is right, and another link helps. */
    @Test
    void findsNoCodeRightWhoseSecretWasSealedWithAnotherKey() {
        var app = connected("keyless");
        database(
                "update second_factors set secret = set_byte(secret, 20, 255 - get_byte(secret,"
                        + " 20)) where person_id = (select person_id from people where login ="
                        + " 'keyless')");
        password("keyless");
        assertThat(code(CODE_PAGE, app.code(1)).status()).isEqualTo(401);

        String link = link(find("keyless"));
        assertThat(browser.posts(link, link, Map.of("password", PASSWORD)).location())
                .isEqualTo(SETUP_PAGE);
    }

    @Test
    void keepsNoSecretThatWhoReadsTheDatabaseCouldUse() {
        var app = connected("sealed");

        byte[] kept =
                server.bean(DatabaseClient.class)
                        .sql(
                                "select secret from second_factors f join people p"
                                        + " on p.person_id = f.person_id where login = 'sealed'")
                        .map(row -> Columns.required(row, "secret", byte[].class))
                        .one()
                        .blockOptional()
                        .orElseThrow();

        assertThat(kept).hasSize(12 + 20 + 16);
        assertThat(new String(kept, ISO_8859_1))
                .doesNotContain(new String(BaseEncoding.base32().decode(app.secret()), ISO_8859_1));
    }

    private AuthenticatorApp connected(String login) {
        addPerson(login, PASSWORD);
        password(login);
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        assertThat(code(SETUP_PAGE, app.code(0)).location()).isEqualTo("/");
        return app;
    }

    private CookieBrowser.Answer password(String login) {
        return browser.posts("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
    }

    private CookieBrowser.Answer code(String page, String code) {
        return browser.posts(page, page, Map.of("code", code));
    }

    private Operator addPerson(String login, @Nullable String password) {
        var person =
                new People.Newcomer("demonstration", login, login, Set.of(Role.AUDITOR), password);
        server.bean(People.class).addIfMissing(UUID.randomUUID(), person).block();
        return find(login);
    }

    private Operator find(String login) {
        return server.bean(People.class).find(login).blockOptional().orElseThrow();
    }

    private String link(Operator person) {
        return Invitations.address(
                server.bean(Invitations.class).make(person).blockOptional().orElseThrow());
    }

    private String cookie(String name) {
        return browser.cookies().getOrDefault(name, "");
    }

    private String whose(String session) {
        return server.bean(Sessions.class)
                .use(session)
                .map(Operator::login)
                .blockOptional()
                .orElse("");
    }

    private String hashOf(String login) {
        return server.bean(DatabaseClient.class)
                .sql("select password_hash from people where login = :login")
                .bind("login", login)
                .map(row -> String.valueOf(row.get("password_hash", String.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private void database(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }
}
