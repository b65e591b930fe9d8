package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.fleet.directives.Outcome;
import org.assistcounter.fleet.directives.Outcome.Refused;
import org.assistcounter.fleet.directives.Proposals;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A change at many counters takes two people. */
@ExtendWith(RunningServer.class)
class ProposalsTest {
    private static final Change.Place EVERYWHERE = new Change.Place.Everywhere();
    private static final Change.Wish DEARER = new Change.Wish("mizhi-xiaomi", 1_290L, null);

    private final RunningServer.Parts server = RunningServer.parts();
    private final Proposals proposals = server.bean(Proposals.class);
    private final PersonsBrowser one = PersonsBrowser.of(server, "pp-one", Role.DISPATCHER);
    private final PersonsBrowser other = PersonsBrowser.of(server, "pp-other", Role.DISPATCHER);

    ProposalsTest() {
        Stream.of("PP-0001", "PP-0002", "PP-0003")
                .filter(label -> isMissing(label))
                .forEach(label -> SellingCounter.enrol(server, label).close());
    }

    @Test
    void waitsUntilAnotherPersonApproves() {
        long id = proposed(DEARER);
        long changes = changes();
        String page = "/directives/proposals/" + id;
        assertThat(one.page("/directives?lang=en"))
                .contains("data-proposal=\"" + id + "\"", "Take back");

        assertThat(one.posts(page + "/approve", Map.of())).isEqualTo(422);
        assertThat(changes()).isEqualTo(changes);
        assertThat(other.posts(page + "/approve", Map.of())).isEqualTo(303);

        assertThat(changes()).isEqualTo(changes + 1);
        assertThat(other.page("/directives?lang=en"))
                .contains("pp-one + pp-other")
                .doesNotContain("data-proposal=\"" + id + "\"");
        assertThat(other.posts(page + "/approve", Map.of())).isEqualTo(422);
        assertThat(changes()).isEqualTo(changes + 1);
    }

    @Test
    void isMadeOnceWhenTwoApproveAtOnce() {
        long id = proposed(DEARER);
        long changes = changes();
        Operator second = person("pp-other");
        Operator third =
                server.bean(People.class)
                        .find(Operator.DEMONSTRATION_LOGIN)
                        .blockOptional()
                        .orElseThrow();

        var ends =
                Mono.zip(proposals.approve(second, id), proposals.approve(third, id))
                        .blockOptional()
                        .orElseThrow();

        assertThat(Stream.of(ends.getT1(), ends.getT2())).contains(Refused.NO_PROPOSAL);
        assertThat(changes()).isEqualTo(changes + 1);
    }

    @Test
    void isTakenBackOrDeclinedOnce() {
        long own = proposed(DEARER);
        assertThat(one.posts("/directives/proposals/" + own + "/decline", Map.of())).isEqualTo(303);
        assertThat(other.posts("/directives/proposals/" + own + "/approve", Map.of()))
                .isEqualTo(422);
        assertThat(one.posts("/directives/proposals/" + own + "/decline", Map.of())).isEqualTo(422);
    }

    @Test
    void stopsASaleEverywhereAtOnce() {
        var stop = new Change.Wish("mizhi-xiaomi", null, false);

        assertThat(proposals.change(person("pp-one"), stop, EVERYWHERE).block())
                .isInstanceOf(Outcome.Done.class);
        var again = new Change.Wish("mizhi-xiaomi", null, true);
        assertThat(proposals.change(person("pp-one"), again, EVERYWHERE).block())
                .isInstanceOf(Outcome.Proposed.class);
    }

    @Test
    void asksNobodyForAFewCounters() {
        assertThat(
                        proposals
                                .change(
                                        person("pp-one"),
                                        DEARER,
                                        new Change.Place.AtCounter("PP-0001"))
                                .block())
                .isEqualTo(new Outcome.Done(1));
    }

    @Test
    void refusesAtOnceWhatWouldBeRefusedLater() {
        var beyond = new Change.Wish("mizhi-xiaomi", 99_999_999L, null);

        assertThat(proposals.change(person("pp-one"), beyond, EVERYWHERE).block())
                .isInstanceOf(Refused.class);
    }

    private long proposed(Change.Wish wish) {
        Outcome outcome =
                proposals.change(person("pp-one"), wish, EVERYWHERE).blockOptional().orElseThrow();
        assertThat(outcome).isInstanceOf(Outcome.Proposed.class);
        return ((Outcome.Proposed) outcome).id();
    }

    private Operator person(String login) {
        return server.bean(People.class).find(login).blockOptional().orElseThrow();
    }

    private boolean isMissing(String label) {
        return server.bean(Counters.class)
                .findByLabel("demonstration", label)
                .blockOptional()
                .isEmpty();
    }

    private long changes() {
        return server.bean(DatabaseClient.class)
                .sql("select count(*) as n from directives_change")
                .map(row -> Columns.number(row, "n"))
                .one()
                .blockOptional()
                .orElse(0L);
    }
}
