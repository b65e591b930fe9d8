package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.directives.Change.Place;
import org.assistcounter.fleet.directives.Change.Wish;
import org.assistcounter.fleet.directives.Directives;
import org.assistcounter.fleet.directives.Outcome;
import org.assistcounter.fleet.directives.Outcome.Refused;
import org.assistcounter.fleet.directives.Standing;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.ReportedState;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is wanted of counters reaches them, and what they say of it is seen. */
@ExtendWith(RunningServer.class)
class DirectivesTest {
    private static final String PRODUCT = Sales.APPLES;
    private static final long PRICE = 1_090;

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void tellsAConnectedCounterItsNewPriceAndShowsThatItIsInForce() {
        try (var counter = SellingCounter.enrol(server, "DI-0001")) {
            counter.tells(new Fact.Beat());

            assertThat(price("DI-0001", PRICE)).isEqualTo(new Outcome.Done(1));
            var wanted = counter.wanted();
            assertThat(wanted.revision()).isEqualTo(1);
            assertThat(wanted.products()).containsExactly(new Terms(PRODUCT, PRICE, true));
            assertThat(page("DI-0001", "en")).contains("Not yet heard", "Revision 1", "¥10.90");

            reports(counter, new ReportedState(1, 0, null));
            Eventually.holds(() -> standing(counter).isInForce());
            assertThat(page("DI-0001", "en")).contains("state-good\">In force<");
            assertThat(page("DI-0001", "zh")).contains("已生效", "第 1 版");
        }
    }

    @Test
    void tellsACounterThatComesBackWhatItMissed() {
        var before = SellingCounter.enrol(server, "DI-0002");
        before.tells(new Fact.Beat());
        before.close();
        price("DI-0002", PRICE);
        price("DI-0002", PRICE + 1);

        try (var counter = before.connectedAgain()) {
            counter.greets();
            assertThat(counter.wanted().revision()).isEqualTo(2);
        }
    }

    @Test
    void tellsNothingToWhoSellsByWhatIsWanted() {
        try (var counter = SellingCounter.enrol(server, "DI-0003")) {
            counter.tells(new Fact.Beat());
            price("DI-0003", PRICE);
            counter.wanted();

            greets(counter, 1);
            Eventually.holds(() -> standing(counter).isInForce());
            price("DI-0003", PRICE + 1);
            assertThat(counter.wanted().revision()).as("the next that it hears").isEqualTo(2);
        }
    }

    @Test
    void keepsWhatWasWantedOfAProductBefore() {
        try (var counter = SellingCounter.enrol(server, "DI-0004")) {
            counter.tells(new Fact.Beat());
            price("DI-0004", PRICE);
            counter.wanted();
            change(new Wish(PRODUCT, null, false), "DI-0004");

            assertThat(counter.wanted().products())
                    .containsExactly(new Terms(PRODUCT, PRICE, false));
            change(new Wish(PRODUCT, Terms.OF_THE_CARD, true), "DI-0004");
            assertThat(counter.wanted().products())
                    .containsExactly(new Terms(PRODUCT, Terms.OF_THE_CARD, true));
        }
    }

    @Test
    void showsWhyACounterRefusesAndDoesNotSendTheSameAgain() {
        try (var counter = SellingCounter.enrol(server, "DI-0005")) {
            counter.tells(new Fact.Beat());
            price("DI-0005", PRICE);
            counter.wanted();

            reports(counter, new ReportedState(0, 1, Rejection.OVER_CEILING));
            Eventually.holds(() -> standing(counter).isRefused());
            assertThat(page("DI-0005", "en")).contains("Refused: a price is above its ceiling");
            counter.greets();
            price("DI-0005", PRICE - 100);
            assertThat(counter.wanted().revision()).as("the next that it hears").isEqualTo(2);
        }
    }

    @Test
    void showsForWhichNewPriceAllIsRefusedAndTakesItBack() {
        try (var counter = SellingCounter.enrol(server, "DI-0015")) {
            counter.tells(new Fact.Beat());
            price("DI-0015", PRICE);
            reports(counter, new ReportedState(1, 0, null));
            Eventually.holds(() -> standing(counter).isInForce());
            price("DI-0015", PRICE + 100);
            change(new Wish("mizhi-xiaomi", null, false), "DI-0015");
            reports(counter, new ReportedState(1, 3, Rejection.OVER_CEILING));
            Eventually.holds(() -> standing(counter).isRefused());

            var dispatcher = PersonsBrowser.of(server, "di-takes-back", Role.DISPATCHER);
            assertThat(dispatcher.page("/counters/DI-0015?lang=en"))
                    .contains("takes nothing of what is wanted, no stop either")
                    .containsOnlyOnce("Take it back: ¥10.90");
            var typed =
                    Map.of(
                            "product", PRODUCT, "pricing", "set", "price", "¥10.90", "counter",
                            "DI-0015");
            assertThat(dispatcher.posts("/directives", typed)).isEqualTo(303);
            assertThat(standing(counter).isBehind()).as("what is corrected is sent").isTrue();
            assertThat(standing(counter).terms())
                    .containsExactlyInAnyOrder(
                            new Terms(PRODUCT, PRICE, true),
                            new Terms("mizhi-xiaomi", Terms.OF_THE_CARD, false));
        }
    }

    @Test
    void leavesACounterThatIsAheadAloneUntilAPersonWantsSomething() {
        try (var counter = SellingCounter.enrol(server, "DI-0006")) {
            counter.tells(new Fact.Beat());
            price("DI-0006", PRICE);
            counter.wanted();

            reports(counter, new ReportedState(9, 0, null));
            Eventually.holds(() -> standing(counter).isAhead());
            greets(counter, 9);
            assertThat(page("DI-0006", "en")).contains("Newer than the fleet knows", "Revision 9");
            change(new Wish("mizhi-xiaomi", null, false), "DI-0006");
            var next = counter.wanted();
            assertThat(next.revision()).isEqualTo(10);
            assertThat(next.products())
                    .as("with the change, nothing before")
                    .containsExactlyInAnyOrder(
                            new Terms(PRODUCT, PRICE, true),
                            new Terms("mizhi-xiaomi", Terms.OF_THE_CARD, false));
        }
    }

    @Test
    void leavesACounterAloneThatHasAnotherStateOfTheSameNumber() {
        try (var counter = SellingCounter.enrol(server, "DI-0013")) {
            counter.tells(new Fact.Beat());
            price("DI-0013", PRICE);
            counter.wanted();

            reports(counter, new ReportedState(0, 1, Rejection.NOT_NEWER));
            Eventually.holds(() -> standing(counter).isAhead());
            counter.greets();
            price("DI-0013", PRICE + 1);
            var next = counter.wanted();
            assertThat(next.revision()).isEqualTo(2);
            assertThat(next.products()).containsExactly(new Terms(PRODUCT, PRICE + 1, true));
        }
    }

    @Test
    void liftsNoStopOfACounterThatTheFleetHasForgotten() {
        try (var counter = SellingCounter.enrol(server, "DI-0014")) {
            counter.tells(new Fact.Beat());
            greets(counter, 5);
            Eventually.holds(() -> directives().of(counter.id()).blockOptional().isPresent());

            assertThat(standing(counter).isAhead()).isTrue();
            assertThat(directives().progress("demonstration").blockOptional().orElseThrow().ahead())
                    .isPositive();
            assertThat(text("/directives?lang=en")).contains("Newer than known here", "restored");
            greets(counter, 5);
            change(new Wish(PRODUCT, null, false), "DI-0014");
            var next = counter.wanted();
            assertThat(next.revision()).as("the next that it hears").isEqualTo(6);
            assertThat(next.products())
                    .containsExactly(new Terms(PRODUCT, Terms.OF_THE_CARD, false));
        }
    }

    @Test
    void changesEveryCounterOfASiteAndNoOther() {
        try (var counter = SellingCounter.enrol(server, "DI-0007")) {
            counter.tells(new Fact.Beat());

            assertThat(change(new Wish(PRODUCT, PRICE, null), new Place.AtSite("no-such-site")))
                    .isEqualTo(Refused.NO_COUNTERS);
            assertThat(directives().of(counter.id()).block()).isNull();
        }
    }

    @Test
    void changesEveryCounterOfTheTenant() {
        try (var counter = SellingCounter.enrol(server, "DI-0008")) {
            counter.tells(new Fact.Beat());

            var done = change(new Wish("mizhi-xiaomi", 1_190L, null), new Place.Everywhere());
            assertThat(done).isInstanceOf(Outcome.Done.class);
            assertThat(counter.wanted().products())
                    .containsExactly(new Terms("mizhi-xiaomi", 1_190, true));
        }
    }

    @Test
    void refusesWhatNoCounterWouldTake() {
        SellingCounter.enrol(server, "DI-0009").close();

        assertThat(price("DI-0009", 100_000)).isEqualTo(Refused.OVER_CEILING);
        assertThat(price("DI-0009", -1)).isEqualTo(Refused.WRONG_PRICE);
        assertThat(change(new Wish(PRODUCT, null, null), "DI-0009"))
                .isEqualTo(Refused.NOTHING_WANTED);
        assertThat(change(new Wish("no-such", 100L, null), "DI-0009"))
                .isEqualTo(Refused.UNKNOWN_PRODUCT);
        assertThat(price("DI-9999", PRICE)).isEqualTo(Refused.NO_COUNTERS);
    }

    @Test
    void keepsAReportThatCannotBeReadAndAnswersTheNext() {
        try (var counter = SellingCounter.enrol(server, "DI-0010")) {
            counter.tells(new Fact.Beat());
            price("DI-0010", PRICE);
            counter.publishes(Topics.REPORTED, new byte[] {1, 2, 3});
            reports(counter, new ReportedState(1, 0, null));

            Eventually.holds(() -> standing(counter).isInForce());
            assertThat(
                            count(
                                    "select count(*) as n from ingest_refusal where counter_id = '"
                                            + counter.id().hex()
                                            + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void letsADispatcherChangePricesAndATechnicianOnlySeeThem() {
        SellingCounter.enrol(server, "DI-0011").close();
        var technician = PersonsBrowser.of(server, "di-technician", Role.TECHNICIAN);
        var dispatcher = PersonsBrowser.of(server, "di-dispatcher", Role.DISPATCHER);

        assertThat(technician.page("/directives"))
                .contains("id=\"changes\"")
                .doesNotContain("<form");
        assertThat(technician.posts("/directives", "", "product", PRODUCT)).isEqualTo(403);
        assertThat(dispatcher.page("/directives")).contains("<form", "name=\"pricing\"");
        assertThat(dispatcher.posts("/directives", "", "product", PRODUCT))
                .as("nothing is changed")
                .isEqualTo(422);
        new WebCalls(server)
                .client()
                .post()
                .uri("/directives")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void writesEachChangeIntoTheAudit() {
        SellingCounter.enrol(server, "DI-0012").close();
        long before = count("select count(*) as n from audit where action = 'desired-state'");
        price("DI-0012", PRICE);

        assertThat(count("select count(*) as n from audit where action = 'desired-state'"))
                .isEqualTo(before + 1);
    }

    private Outcome price(String label, long priceMinor) {
        return change(new Wish(PRODUCT, priceMinor, null), label);
    }

    private Outcome change(Wish wish, String label) {
        return change(wish, new Place.AtCounter(label));
    }

    private Outcome change(Wish wish, Place place) {
        return directives().change(dispatcher(), wish, place).blockOptional().orElseThrow();
    }

    private Directives directives() {
        return server.bean(Directives.class);
    }

    private Operator dispatcher() {
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.nameUUIDFromBytes(new byte[] {'d', 'i'}),
                        new People.Newcomer(
                                "demonstration", "di", "di", Set.of(Role.DISPATCHER), null))
                .block(Duration.ofSeconds(10));
        return people.find("di").blockOptional().orElseThrow();
    }

    private Standing standing(SellingCounter counter) {
        return directives().of(counter.id()).blockOptional().orElseThrow();
    }

    private static void greets(SellingCounter counter, long revision) {
        var hello = Hello.of(counter.head(), 0, "test").sellingBy(revision);
        counter.publishes(Topics.HELLO, hello.encode());
    }

    private static void reports(SellingCounter counter, ReportedState state) {
        counter.publishes(Topics.REPORTED, state.encode());
    }

    private String page(String label, String language) {
        return text("/counters/" + label + "?lang=" + language);
    }

    private String text(String address) {
        return String.valueOf(
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(address)
                        .header("Accept", "text/html")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private long count(String question) {
        @Nullable Long found =
                server.bean(DatabaseClient.class)
                        .sql(question)
                        .map(row -> Columns.number(row, "n"))
                        .one()
                        .block();
        return found == null ? 0 : found;
    }
}
