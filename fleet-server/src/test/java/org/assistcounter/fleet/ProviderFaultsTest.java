package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.store.ProviderAccountStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What a provider, or somebody who would like to be one, must not get by its answers. */
@ExtendWith(RunningServer.class)
class ProviderFaultsTest {
    private static final String TENANT = "pf-coop";
    private static final String SECRET = "a secret that is long enough for HS256";
    private static final String WRONG = "/sign-in?why=provider-wrong";
    private static final String OVER = "/sign-in?why=provider-over";

    private final RunningServer.Parts server = RunningServer.parts();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final ProviderVisitor visitor = new ProviderVisitor(server, TENANT);

    @BeforeEach
    void isSet() {
        assertThat(visitor.sets(provider.issuer(), SECRET)).doesNotContain("role=\"alert\"");
        Operator person = visitor.person("pf-li", null);
        server.bean(ProviderAccountStore.class)
                .bind(person, provider.issuer(), "subject-1", Instant.now())
                .block();
    }

    @AfterEach
    void stops() {
        provider.close();
    }

    @Test
    void letsInByAGoodAnswer() {
        var asked = asked();

        var page = answered(asked, provider.signed(good(asked).build()));

        assertThat(ProviderVisitor.onwards(page)).isEqualTo("/");
        assertThat(visitor.whose()).isEqualTo("pf-li");
    }

    /** RFC 7636: the code is of no use to who has seen it. */
    @Test
    void sendsAChallengeAndShowsItsProofWithTheCode() {
        var asked = asked();
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("response_type")).isEqualTo("code");
        assertThat(asked.getFirst("redirect_uri")).isEqualTo(ProviderVisitor.back(server, TENANT));

        answered(asked, provider.signed(good(asked).build()));

        var form =
                UriComponentsBuilder.fromUriString("/?" + provider.redeemed())
                        .build()
                        .getQueryParams();
        String verifier = String.valueOf(form.getFirst("code_verifier"));
        assertThat(challenge(verifier)).isEqualTo(asked.getFirst("code_challenge"));
        assertThat(asked.toString()).doesNotContain(verifier);
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                claim("of another sign-in", all -> all.claim("nonce", "another")),
                claim("of no sign-in", all -> all.claim("nonce", null)),
                claim("for another client", all -> all.audience("another")),
                claim(
                        "for several, and not said for whom",
                        all -> all.audience(List.of(RealProvider.CLIENT, "another"))),
                claim("given to another client", all -> all.claim("azp", "another")),
                claim("of another provider", all -> all.issuer("https://elsewhere.example.com")),
                claim("of nobody", all -> all.subject(null)),
                claim("of somebody unseen", all -> all.subject("subject-1\n")),
                claim(
                        "too old",
                        all ->
                                all.issueTime(ago(Duration.ofMinutes(10)))
                                        .expirationTime(ago(Duration.ofMinutes(3)))),
                claim("without an end", all -> all.expirationTime(null)),
                claim("without a beginning", all -> all.issueTime(null)),
                claim("of the future", all -> all.issueTime(ago(Duration.ofMinutes(-10)))),
                claim("not good yet", all -> all.notBeforeTime(ago(Duration.ofMinutes(-10)))));
    }

    private static Arguments claim(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return arguments(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void refusesAnIdToken(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        var asked = asked();

        var answer = answered(asked, provider.signed(change.apply(good(asked)).build()));

        assertThat(answer.location()).as(what).isEqualTo(WRONG);
        assertThat(visitor.whose()).isEmpty();
    }

    @Test
    void refusesAnIdTokenThatNobodySigned() {
        var asked = asked();
        assertThat(answered(asked, ScriptedProvider.unsigned(good(asked).build())).location())
                .isEqualTo(WRONG);
    }

    @Test
    void refusesAnIdTokenThatIsSignedByASecret() {
        var asked = asked();
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        String token = ScriptedProvider.signedBySecret(good(asked).build(), secret);
        assertThat(answered(asked, token).location()).isEqualTo(WRONG);

        var again = asked();
        byte[] publicKey =
                provider.signingKey().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        String confused = ScriptedProvider.signedBySecret(good(again).build(), publicKey);
        assertThat(answered(again, confused).location()).isEqualTo(WRONG);
    }

    @Test
    void refusesAnIdTokenThatIsSignedByAnotherKeyOfTheSameName() {
        var asked = asked();
        String token = ScriptedProvider.signed(good(asked).build(), ScriptedProvider.key());
        assertThat(answered(asked, token).location()).isEqualTo(WRONG);
        assertThat(visitor.whose()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAnswer() {
        for (String said :
                List.of("{}", "[]", "", "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}")) {
            var asked = asked();
            provider.says(said);
            assertThat(back(asked, "code", "x").location()).as(said).startsWith("/sign-in?why=");
        }
        var asked = asked();
        provider.says("{\"error\":\"invalid_grant\"}");
        provider.answersWith(400);
        assertThat(back(asked, "code", "x").location()).isEqualTo(WRONG);
        assertThat(visitor.whose()).isEmpty();
    }

    @Test
    void takesAnAnswerOnce() {
        var asked = asked();
        String cookie = visitor.browser().cookies().getOrDefault("assistcounter_visit", "");
        answered(asked, provider.signed(good(asked).build()));
        visitor.browser().posts("/account", "/sign-out", Map.of());

        assertThat(back(asked, "code", "x").location()).isEqualTo(OVER);
        visitor.browser().cookies().put("assistcounter_visit", cookie);
        assertThat(back(asked, "code", "x").location()).isEqualTo(OVER);
        assertThat(visitor.whose()).isEmpty();
    }

    /** As when an address with a stranger's code is put under somebody's eyes. */
    @Test
    void takesAnAnswerInTheBrowserOnlyThatAsked() {
        var asked = asked();
        provider.gives(provider.signed(good(asked).build()));

        var elsewhere = new ProviderVisitor(server, TENANT);
        elsewhere.goes();

        assertThat(elsewhere.comesBack(address(asked, "code", "x")).location()).isEqualTo(OVER);
        assertThat(elsewhere.whose()).isEmpty();
        assertThat(ProviderVisitor.onwards(back(asked, "code", "x"))).isEqualTo("/");
    }

    @Test
    void takesNoAnswerAtTheAddressOfAnotherOrganisation() {
        var asked = asked();
        provider.gives(provider.signed(good(asked).build()));
        new ProviderVisitor(server, "pf-other");

        String there = address(asked, "code", "x").replace(TENANT, "pf-other");

        assertThat(visitor.comesBack(there).location()).isEqualTo(OVER);
    }

    /** RFC 9207: two providers, and an answer of the one that was not asked. */
    @Test
    void refusesAnAnswerThatBearsAnotherName() {
        var asked = asked();
        provider.gives(provider.signed(good(asked).build()));
        String mixedUp = address(asked, "code", "x") + "&iss=https://elsewhere.example.com";
        assertThat(visitor.comesBack(mixedUp).location()).isEqualTo(WRONG);

        provider.describes(
                provider.described(",\"authorization_response_iss_parameter_supported\":true"));
        visitor.sets(provider.issuer(), SECRET);
        try (var naming = new ScriptedProvider()) {
            naming.describes(
                    naming.described(",\"authorization_response_iss_parameter_supported\":true"));
            visitor.sets(naming.issuer(), SECRET);
            assertThat(back(asked(), "code", "x").location()).isEqualTo(WRONG);
        }
    }

    @Test
    void saysSoWhenTheProviderDidNotLetThemIn() {
        assertThat(back(asked(), "error", "access_denied").location())
                .isEqualTo("/sign-in?why=provider-denied");
        assertThat(visitor.browser().get("/sign-in?why=provider-denied&lang=en").text())
                .contains("did not let you in", "name=\"password\"");
        assertThat(back(asked(), "error", "server_error").location()).isEqualTo(WRONG);
    }

    @Test
    void saysSoWhenTheProviderIsAway() {
        var asked = asked();
        provider.close();
        assertThat(back(asked, "code", "x").location()).isEqualTo("/sign-in?why=provider-down");
        assertThat(visitor.browser().get("/sign-in?why=provider-down&lang=en").text())
                .contains("cannot be reached", "name=\"password\"");
    }

    /** Its word about two factors is taken where it says when, and that was not long ago. */
    @Test
    void asksForACodeWhereTwoFactorsWereShownLongAgoOrNobodySaysWhen() {
        for (Instant shown :
                new Instant[] {Instant.now().minus(Duration.ofHours(13)), Instant.EPOCH}) {
            var asked = asked();
            var claims = good(asked).claim("auth_time", shown.getEpochSecond());
            var page = answered(asked, provider.signed(claims.build()));
            assertThat(ProviderVisitor.onwards(page)).isEqualTo("/sign-in/second-factor");
        }
        var asked = asked();
        var claims = good(asked).claim("auth_time", null);
        var page = answered(asked, provider.signed(claims.build()));
        assertThat(ProviderVisitor.onwards(page)).isEqualTo("/sign-in/second-factor");
        assertThat(visitor.whose()).isEmpty();
    }

    static Stream<Arguments> descriptions() {
        return Stream.of(
                arguments("{", "不是登录系统"),
                arguments("[]", "不是登录系统"),
                arguments("{}", "自称的地址"),
                arguments("{\"issuer\":\"https://elsewhere.example.com\"}", "自称的地址"),
                arguments("{\"issuer\":\"ISSUER\"}", "不是登录系统"),
                arguments(
                        "{\"issuer\":\"ISSUER\",\"authorization_endpoint\":\"javascript:alert(1)\","
                            + "\"token_endpoint\":\"ISSUER/token\",\"jwks_uri\":\"ISSUER/keys\"}",
                        "不是登录系统"),
                arguments(
                        "{\"issuer\":\"ISSUER\",\"authorization_endpoint\":\"ISSUER/a\","
                                + "\"token_endpoint\":\"http://192.0.2.1/token\","
                                + "\"jwks_uri\":\"ISSUER/keys\"}",
                        "不是登录系统"),
                arguments("DESCRIBED,\"code_challenge_methods_supported\":[\"plain\"]}", "缺少"),
                arguments(
                        "DESCRIBED,\"id_token_signing_alg_values_supported\":[\"HS256\",\"none\"]}",
                        "缺少"),
                arguments(
                        "DESCRIBED,\"token_endpoint_auth_methods_supported\":"
                                + "[\"private_key_jwt\"]}",
                        "缺少"),
                arguments("x".repeat(300_000), "不是登录系统"));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void savesNoProviderThatDescribesItselfSo(String description, String words) {
        String described = provider.described("").strip();
        provider.describes(
                description
                        .replace("DESCRIBED", described.substring(0, described.length() - 1))
                        .replace("ISSUER", provider.issuer()));

        assertThat(visitor.sets(provider.issuer(), SECRET)).contains("role=\"alert\"", words);
    }

    @Test
    void followsNoRedirectionAndAsksNoNeighbours() {
        assertThat(visitor.sets(provider.issuer() + "/elsewhere", SECRET)).contains("不是登录系统");
        assertThat(visitor.sets("http://192.0.2.1", SECRET)).contains("https://");
        assertThat(visitor.sets("https://10.0.0.1", SECRET)).contains("内部网络");
        assertThat(visitor.sets("https://169.254.169.254", SECRET)).contains("内部网络");
        assertThat(visitor.sets("https://[fd00::1]", SECRET)).contains("内部网络");
        assertThat(visitor.sets("https://nobody:x@example.com", SECRET)).contains("https://");
        assertThat(visitor.sets("http://localhost:" + RunningServer.freePort(), SECRET))
                .contains("没有应答");
    }

    private MultiValueMap<String, String> asked() {
        return UriComponentsBuilder.fromUri(URI.create(visitor.goes())).build().getQueryParams();
    }

    private JWTClaimsSet.Builder good(MultiValueMap<String, String> asked) {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject("subject-1")
                .audience(RealProvider.CLIENT)
                .issueTime(ago(Duration.ZERO))
                .expirationTime(ago(Duration.ofMinutes(-5)))
                .claim("nonce", asked.getFirst("nonce"))
                .claim("auth_time", Instant.now().getEpochSecond())
                .claim("amr", List.of("mfa"));
    }

    private static Date ago(Duration time) {
        return Date.from(Instant.now().minus(time));
    }

    private CookieBrowser.Answer answered(MultiValueMap<String, String> asked, String idToken) {
        provider.gives(idToken);
        return back(asked, "code", "x");
    }

    private CookieBrowser.Answer back(
            MultiValueMap<String, String> asked, String name, String value) {
        return visitor.comesBack(address(asked, name, value));
    }

    private static String address(MultiValueMap<String, String> asked, String name, String value) {
        return asked.getFirst("redirect_uri")
                + "?state="
                + asked.getFirst("state")
                + "&"
                + name
                + "="
                + value;
    }

    private static String challenge(String verifier) {
        return BaseEncoding.base64Url()
                .omitPadding()
                .encode(Hashing.sha256().hashString(verifier, StandardCharsets.US_ASCII).asBytes());
    }
}
