package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.doubts.Doubt;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.doubts.SilenceWatch;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** A counter that is not believed is found once, shown, and ended by a person. */
@ExtendWith(RunningServer.class)
class DoubtsTest {
    private static final String TENANT = "demonstration";

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void findsASecondJournalOnceHoweverOftenItComes() {
        try (var counter = SellingCounter.enrol(server, "DB-0001")) {
            JournalRecord other = fork(counter);
            counter.sends(List.of(other));
            counter.refusal();

            Eventually.holds(() -> doubt(counter.id()).met().times() == 2);
            assertThat(doubt(counter.id()).kind()).isEqualTo(DoubtKind.FORK);
            assertThat(page("/doubts")).contains("DB-0001", "A second journal", "2 times");
            assertThat(page("/")).contains("/doubts/" + doubt(counter.id()).id());
            assertThat(page("/doubts/" + doubt(counter.id()).id()))
                    .contains("sells nothing", "another record 1 is known", "/bytes");
        }
    }

    @Test
    void endsByAReasonAndIsAnotherWhenItIsMetAgain() {
        try (var counter = SellingCounter.enrol(server, "DB-0002")) {
            JournalRecord other = fork(counter);
            long id = doubt(counter.id()).id();
            var dispatcher = PersonsBrowser.of(server, "db-dispatcher", Role.DISPATCHER);
            String page = "/doubts/" + id;

            assertThat(dispatcher.posts(page, "/explain", "why", "no")).isEqualTo(422);
            assertThat(dispatcher.posts(page, "/explain", "why", "The card was cloned for a test"))
                    .isEqualTo(303);
            assertThat(dispatcher.posts(page, "/explain", "why", "Once more")).isEqualTo(422);
            assertThat(dispatcher.page(page)).contains("cloned for a test", "db-dispatcher");

            counter.sends(List.of(other));
            counter.refusal();
            Eventually.holds(() -> doubt(counter.id()).id() != id);
        }
    }

    @Test
    void retiresACardSoThatItMayNotConnectAnyMore() {
        var counter = SellingCounter.enrol(server, "DB-0003");
        fork(counter);
        String page = "/doubts/" + doubt(counter.id()).id();

        assertThat(
                        PersonsBrowser.of(server, "db-dispatcher", Role.DISPATCHER)
                                .posts(page, "/retire", "why", "Found twice at the depot"))
                .isEqualTo(303);

        assertThat(server.bean(Counters.class).find(counter.id()).blockOptional())
                .hasValueSatisfying(
                        found -> assertThat(found.status()).isEqualTo(CounterStatus.SUSPENDED));
        Eventually.holds(() -> !counter.client().getState().isConnected());
    }

    @Test
    void letsOnlyWhoDirectsCountersEndOne() {
        try (var counter = SellingCounter.enrol(server, "DB-0004")) {
            fork(counter);
            String page = "/doubts/" + doubt(counter.id()).id();
            var technician = PersonsBrowser.of(server, "db-technician", Role.TECHNICIAN);

            assertThat(technician.page(page)).contains("DB-0004").doesNotContain("<form");
            assertThat(technician.posts(page, "/retire", "why", "I want to")).isEqualTo(403);
            assertThat(technician.posts(page, "/explain", "why", "I know it")).isEqualTo(403);
        }
    }

    @Test
    void knowsNoDoubtThatIsNone() {
        assertThat(
                        PersonsBrowser.of(server, "db-dispatcher", Role.DISPATCHER)
                                .posts("/doubts/999999", "/explain", "why", "There is none"))
                .isEqualTo(404);
        new WebCalls(server)
                .client()
                .get()
                .uri("/doubts/999999")
                .exchange()
                .expectStatus()
                .isNotFound();
        new WebCalls(server)
                .client()
                .get()
                .uri("/refused/999999/bytes")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void noticesTwoMachinesThatPushEachOtherOff() {
        TestCounter.Enrolled card = TestCounter.enrol(server, "DB-0005");
        for (int i = 0; i < 8; i++) {
            card.connected(server.mqtt());
        }

        Eventually.holds(() -> doubts(card.id()).stream().anyMatch(DoubtsTest::isClone));
        assertThat(page("/doubts")).contains("DB-0005", "Maybe there twice");
    }

    @Test
    void noticesSilenceOnceAndThatItIsOver() {
        try (var counter = SellingCounter.enrol(server, "DB-0006")) {
            counter.tells(new Fact.Beat());
            server.bean(DatabaseClient.class)
                    .sql(
                            """
                            update counters set last_seen_at = now() - interval '9 hours'
                             where counter_id = :id
                            """)
                    .bind("id", counter.id().hex())
                    .then()
                    .block();
            SilenceWatch watch = server.bean(SilenceWatch.class);

            watch.look().then(watch.look()).block();
            assertThat(doubts(counter.id()))
                    .singleElement()
                    .satisfies(doubt -> {
                        assertThat(doubt.kind()).isEqualTo(DoubtKind.SILENT);
                        assertThat(doubt.met().times()).isEqualTo(1);
                    });

            counter.tells(new Fact.Beat());
            watch.look().block();
            assertThat(doubts(counter.id())).isEmpty();
            assertThat(page("/doubts")).contains("DB-0006");
        }
    }

    private static boolean isClone(Doubt doubt) {
        return doubt.kind() == DoubtKind.CLONE;
    }

    /** A first record that is another than the one that is known. */
    private static JournalRecord fork(SellingCounter counter) {
        ChainHead earlier = counter.head();
        List<JournalRecord> ours = counter.writes(new Fact.Beat());
        counter.sends(ours);
        counter.confirmed();
        JournalRecord other =
                JournalRecord.seal(
                        earlier,
                        new Fact.FaultNoticed("a", "b", "c"),
                        ours.getLast().header().clock(),
                        counter.enrolled().card().journalKey());
        counter.sends(List.of(other));
        counter.refusal();
        return other;
    }

    private Doubt doubt(CounterId counter) {
        return doubts(counter).getFirst();
    }

    private List<Doubt> doubts(CounterId counter) {
        return server.bean(Doubts.class)
                .open(TENANT)
                .filter(doubt -> doubt.counter().equals(counter.hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private String page(String uri) {
        var body =
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(uri + "?lang=en")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
    }
}
