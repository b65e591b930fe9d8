package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;

/** No page elsewhere makes a browser change anything here: of every endpoint of `access.txt`. */
@ExtendWith(RunningServer.class)
class ForgeryTest {
    private static final int FORBIDDEN = 403;
    private static final String SESSION = "assistcounter_session";
    private static final String PROOF = "X-XSRF-TOKEN";

    /** What changes by itself, what a look at a page is, and the audit, which is looked at too. */
    private static final Set<String> MOVES_BY_ITSELF =
            Set.of(
                    "sessions",
                    "shards_instance",
                    "shards_lease",
                    "audit",
                    "audit_chain",
                    "audit_heads");

    /** Who took a copy of what is kept is noted. */
    private static final Set<String> NOTED = Set.of("evidence-export", "journal-export");

    private final RunningServer.Parts server = RunningServer.parts();
    private final CookieBrowser browser = signedIn("fg-keeper");

    @Test
    void takesNothingThatAPageElsewhereSends() {
        String proof = browser.provesOwnPage();
        for (Map<String, String> from :
                List.of(
                        Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Sec-Fetch-Site", "same-site"),
                        Map.of("Origin", "https://elsewhere.example"),
                        Map.of("Origin", "null"),
                        Map.of("Origin", "not an address"))) {
            Map<String, String> headers = new HashMap<>(from);
            headers.put(PROOF, proof);
            for (AccessRule rule : changes()) {
                assertThat(status(browser, rule, headers))
                        .as("%s from %s", rule, from)
                        .isEqualTo(FORBIDDEN);
            }
        }
    }

    @Test
    void takesWhatOurOwnPagesAndProgramsSend() {
        String proof = browser.provesOwnPage();
        var roles = new AccessRule("POST", "/people", "KEEP_PEOPLE", "form");
        for (Map<String, String> from :
                List.of(
                        Map.of("Sec-Fetch-Site", "same-origin"),
                        Map.of("Sec-Fetch-Site", "none", "Origin", "null"),
                        Map.of("Origin", server.origin()),
                        Map.<String, String>of())) {
            Map<String, String> headers = new HashMap<>(from);
            headers.put(PROOF, proof);
            assertThat(status(browser, roles, headers)).as("from %s", from).isEqualTo(422);
        }
    }

    @Test
    void takesNothingWithoutAProofOrWithAnothers() {
        String anothers = signedIn("fg-another").provesOwnPage();
        browser.provesOwnPage();
        for (AccessRule rule : changes()) {
            if (rule.isOpen() && !rule.pattern().startsWith("/sign-in")) {
                continue;
            }
            assertThat(status(browser, rule, Map.of())).as("%s", rule).isEqualTo(FORBIDDEN);
            assertThat(status(browser, rule, Map.of(PROOF, anothers)))
                    .as("%s with another's", rule)
                    .isEqualTo(FORBIDDEN);
        }
    }

    @Test
    void changesNothingWhenItIsOnlyAskedFor() {
        Map<String, String> before = everything();
        long noted = noted();
        for (AccessRule rule : AccessRule.all()) {
            int status = status(browser, new AccessRule("GET", rule.pattern(), "", ""), Map.of());
            assertThat(status).as("%s", rule).isNotIn(201, 202).isLessThan(500);
        }

        assertThat(everything()).isEqualTo(before);
        assertThat(noted()).as("lines of the audit").isEqualTo(noted);
    }

    /** Lines of the audit about anything but copies. */
    private long noted() {
        return server.bean(DatabaseClient.class)
                .sql("select count(*) as n from audit where action <> all(:noted)")
                .bind("noted", NOTED.toArray(String[]::new))
                .map(row -> Columns.number(row, "n"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static List<AccessRule> changes() {
        return AccessRule.all().stream().filter(rule -> !rule.isGet()).toList();
    }

    /** The rows of each table, as one hash. */
    private Map<String, String> everything() {
        var database = server.bean(DatabaseClient.class);
        return database.sql(
                        """
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE'
                        """)
                .map(row -> Columns.text(row, "table_name"))
                .all()
                .filter(table -> !MOVES_BY_ITSELF.contains(table))
                .flatMap(table ->
                        database.sql(
                                        "select coalesce(md5(string_agg(md5(t::text), '' order by"
                                                + " md5(t::text))), '') as hash from "
                                                + table
                                                + " t")
                                .map(row -> Map.entry(table, Columns.text(row, "hash")))
                                .one())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                .blockOptional()
                .orElseThrow();
    }

    private int status(CookieBrowser of, AccessRule rule, Map<String, String> headers) {
        var request =
                new WebCalls(server)
                        .client()
                        .method(HttpMethod.valueOf(rule.method()))
                        .uri(rule.address())
                        .accept(MediaType.ALL);
        of.cookies().forEach(request::cookie);
        headers.forEach(request::header);
        return WebCalls.ended(request.exchange().returnResult(String.class));
    }

    private CookieBrowser signedIn(String login) {
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.randomUUID(),
                        new People.Newcomer(
                                "demonstration", login, login, Set.of(Role.values()), null))
                .block();
        Operator operator = people.find(login).blockOptional().orElseThrow();
        var own = new CookieBrowser(server);
        own.cookies()
                .put(
                        SESSION,
                        Objects.requireNonNull(
                                server.bean(Sessions.class).begin(operator).block()));
        return own;
    }
}
