package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.doubts.SilenceWatch;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** A counter is taken out of service by a person with a reason, and back when it was a mistake. */
@ExtendWith(RunningServer.class)
class RetirementsTest {
    private static final String TENANT = "demonstration";
    private static final String WHY = "The station is closed for good";

    private final RunningServer.Parts server = RunningServer.parts();
    private final PersonsBrowser dispatcher =
            PersonsBrowser.of(server, "re-dispatcher", Role.DISPATCHER);

    @Test
    void disconnectsItAndLetsItInNoMoreAndKeepsItsPage() {
        var counter = SellingCounter.enrol(server, "RE-0001");
        counter.tells(Sales.of(PaymentWay.CARD).delivered());

        assertThat(dispatcher.posts("/counters/RE-0001", "/retire", "why", WHY)).isEqualTo(303);

        Eventually.holds(() -> !counter.client().getState().isConnected());
        assertThatThrownBy(() -> counter.enrolled().connected(server.mqtt()))
                .hasMessageContaining("BANNED");
        assertThat(dispatcher.page("/counters/RE-0001"))
                .contains(WHY, "re-dispatcher", "/reinstate")
                .doesNotContain("/counters/RE-0001/retire");
    }

    @Test
    void goesOnWhereItsJournalStoppedWhenItIsPutBack() {
        var counter = SellingCounter.enrol(server, "RE-0002");
        long seq = counter.tells(List.of(new Fact.Beat())).seq();
        dispatcher.posts("/counters/RE-0002", "/retire", "why", WHY);
        Eventually.holds(() -> !counter.client().getState().isConnected());

        assertThat(dispatcher.posts("/counters/RE-0002", "/reinstate", "", "")).isEqualTo(303);

        try (var again = counter.connectedAgain()) {
            assertThat(again.tells(List.of(new Fact.Beat())).seq()).isEqualTo(seq + 1);
        }
    }

    @Test
    void drawsARefusedFormSoThatItsPageAsksForTheCountersPageAgain() {
        SellingCounter.enrol(server, "RE-0009").close();

        assertThat(dispatcher.answered("/counters/RE-0009", "/retire", "why", "no"))
                .contains("data-address=\"/counters/RE-0009\"", "href=\"/counters/RE-0009?lang=");
    }

    @Test
    void freesItsLabelAndGivesItBackOnlyWhileNobodyCarriesIt() {
        SellingCounter.enrol(server, "RE-0003").close();
        dispatcher.posts("/counters/RE-0003", "/retire", "why", WHY);
        try (var next = SellingCounter.enrol(server, "RE-0003")) {
            next.tells(List.of(new Fact.Beat()));

            assertThat(dispatcher.page("/counters/RE-0003"))
                    .contains("/retire")
                    .contains(next.id().hex());
            assertThat(dispatcher.posts("/counters/RE-0003", "/reinstate", "", "")).isEqualTo(422);
        }
    }

    @Test
    void isSilentNoMore() {
        var counter = SellingCounter.enrol(server, "RE-0004");
        counter.tells(List.of(new Fact.Beat()));
        server.bean(DatabaseClient.class)
                .sql(
                        "update counters set last_seen_at = now() - interval '9 hours'"
                                + " where counter_id = '"
                                + counter.id().hex()
                                + "'")
                .then()
                .block();
        SilenceWatch watch = server.bean(SilenceWatch.class);
        watch.look().block();
        assertThat(isDoubted(counter)).isTrue();

        dispatcher.posts("/counters/RE-0004", "/retire", "why", WHY);
        watch.look().block();

        assertThat(isDoubted(counter)).isFalse();
    }

    @Test
    void wantsAReasonAndSomebodyWhoDirectsCounters() {
        SellingCounter.enrol(server, "RE-0005").close();
        var technician = PersonsBrowser.of(server, "re-technician", Role.TECHNICIAN);

        assertThat(dispatcher.posts("/counters/RE-0005", "/retire", "why", " no ")).isEqualTo(422);
        assertThat(technician.posts("/counters/RE-0005", "/retire", "why", WHY)).isEqualTo(403);
        assertThat(technician.page("/counters/RE-0005")).doesNotContain("/retire");
        assertThat(dispatcher.posts("/counters/RE-9999", "/retire", "why", WHY)).isEqualTo(404);
    }

    private boolean isDoubted(SellingCounter counter) {
        return server.bean(Doubts.class)
                .open(TENANT)
                .any(doubt -> doubt.counter().equals(counter.id().hex()))
                .blockOptional()
                .orElseThrow();
    }
}
