package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.directives.Change;
import org.assistcounter.fleet.directives.Outcome;
import org.assistcounter.fleet.directives.Proposals;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.enrolment.Enrolment;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.journal.Fact;
import org.springframework.r2dbc.core.DatabaseClient;

/** Deeds about counters: what is wanted of them, whether they are believed, and their keys. */
final class CounterReplays {
    private static final String PRODUCT = "mizhi-xiaomi";
    private static final String SITE = "xa-metro-demonstration";
    private static final String WHY = "The station is closed for good";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer.Parts server;
    private final PersonsBrowser one;
    private final PersonsBrowser other;
    private final PersonsBrowser technician;

    CounterReplays(RunningServer.Parts server) {
        this.server = server;
        this.one = PersonsBrowser.of(server, "cr-one", Role.DISPATCHER);
        this.other = PersonsBrowser.of(server, "cr-other", Role.DISPATCHER);
        this.technician = PersonsBrowser.of(server, "cr-technician", Role.TECHNICIAN);
    }

    Map<String, Supplier<Replay>> all() {
        return Map.ofEntries(
                Map.entry("state-wanted", this::stateWanted),
                Map.entry("state-proposed", this::stateProposed),
                Map.entry("state-wanted-by-a-program", this::stateWantedByAProgram),
                Map.entry("proposal-approved", this::proposalApproved),
                Map.entry("proposal-declined", this::proposalDeclined),
                Map.entry("doubt-explained", this::doubtExplained),
                Map.entry("doubt-ended-by-retiring", this::doubtEndedByRetiring),
                Map.entry("counter-retired", this::counterRetired),
                Map.entry("counter-reinstated", this::counterReinstated),
                Map.entry("counter-renewed", this::counterRenewed),
                Map.entry("token-issued", this::tokenIssued),
                Map.entry("counter-enrolled", this::counterEnrolled),
                Map.entry("batch-enrolled", this::batchEnrolled));
    }

    private Replay stateWanted() {
        String label = counter();
        Map<String, String> form = wish();
        form.put("counter", label);
        return Replay.of(
                one.form("/directives", form),
                "select count(*) from directives_change where place_name = '" + label + "'",
                lines("desired-state", label));
    }

    private Replay stateProposed() {
        everywhere();
        return Replay.of(
                one.form("/directives", wish()),
                "select count(*) from directives_proposal",
                "select count(*) from audit where action = 'proposal-made'");
    }

    private Replay stateWantedByAProgram() {
        String label = counter();
        return Replay.of(
                one.json(
                        "/directives/changes",
                        Map.of("product", PRODUCT, "priceMinor", 1_300, "counter", label),
                        Map.of("Idempotency-Key", "key of " + label)),
                "select count(*) from directives_change where place_name = '" + label + "'",
                lines("desired-state", label));
    }

    private Replay proposalApproved() {
        long id = proposal();
        return Replay.of(
                other.form("/directives/proposals/" + id + "/approve", Map.of()),
                "select count(*) from directives_change",
                lines("proposal-approved", "proposal " + id));
    }

    private Replay proposalDeclined() {
        long id = proposal();
        return Replay.of(
                other.form("/directives/proposals/" + id + "/decline", Map.of()),
                lines("proposal-declined", "proposal " + id));
    }

    private Replay doubtExplained() {
        String label = counter();
        return Replay.of(
                one.form("/doubts/" + doubt(label) + "/explain", Map.of("why", WHY + label)),
                lines("doubt-explained", WHY + label));
    }

    private Replay doubtEndedByRetiring() {
        String label = counter();
        return Replay.of(
                one.form("/doubts/" + doubt(label) + "/retire", Map.of("why", WHY + label)),
                lines("doubt-retired", WHY + label));
    }

    private Replay counterRetired() {
        String label = counter();
        return Replay.of(
                one.form("/counters/" + label + "/retire", Map.of("why", WHY)),
                "select count(*) from counters where status = 'retired' and label = '"
                        + label
                        + "'",
                "select count(*) from audit where action = 'counter-retired' and subject like '"
                        + label
                        + " %'");
    }

    private Replay counterReinstated() {
        String label = counter();
        one.posts("/counters/" + label + "/retire", Map.of("why", WHY));
        return Replay.of(
                one.form("/counters/" + label + "/reinstate", Map.of()),
                "select count(*) from audit where action = 'counter-reinstated' and subject like '"
                        + label
                        + " %'");
    }

    /** Of several tokens the last is good. */
    private Replay counterRenewed() {
        String label = counter();
        return Replay.of(
                technician.form("/counters/" + label + "/renew", Map.of("why", WHY)),
                unused(label));
    }

    private Replay tokenIssued() {
        String label = name();
        return Replay.of(
                technician.json(
                        "/enrolment/tokens", Map.of("label", label, "site", SITE), Map.of()),
                unused(label));
    }

    private Replay counterEnrolled() {
        String label = name();
        String token =
                server.bean(Enrolment.class)
                        .issueToken(
                                new Counter.Place("demonstration", SITE, label),
                                Duration.ofMinutes(5))
                        .blockOptional()
                        .orElseThrow();
        Map<String, Object> request = new TestCounter().request(token);
        return Replay.of(
                technician.json("/enrolment/counters", request, Map.of()), carriers(label));
    }

    private Replay batchEnrolled() {
        String label = name();
        Map<String, Object> card = new HashMap<>(new TestCounter().request(""));
        card.remove("token");
        card.put("label", label);
        return Replay.of(
                technician.json(
                        "/enrolment/batches",
                        Map.of("site", SITE, "cards", List.of(card)),
                        Map.of()),
                carriers(label));
    }

    private static Map<String, String> wish() {
        Map<String, String> form = new HashMap<>();
        form.putAll(
                Map.of(
                        "product", PRODUCT,
                        "pricing", "set",
                        "price", "13.00",
                        "offer", "",
                        "site", "",
                        "counter", ""));
        return form;
    }

    private long proposal() {
        everywhere();
        Outcome outcome =
                server.bean(Proposals.class)
                        .change(
                                server.bean(People.class)
                                        .find("cr-one")
                                        .blockOptional()
                                        .orElseThrow(),
                                new Change.Wish(PRODUCT, 1_290L, null),
                                new Change.Place.Everywhere())
                        .blockOptional()
                        .orElseThrow();
        assertThat(outcome).isInstanceOf(Outcome.Proposed.class);
        return ((Outcome.Proposed) outcome).id();
    }

    /** More counters than one person changes alone. */
    private void everywhere() {
        while (server.bean(Counters.class)
                        .glance("demonstration")
                        .filter(Counter::mayConnect)
                        .count()
                        .blockOptional()
                        .orElse(0L)
                <= RunningServer.ALONE_MAX) {
            counter();
        }
    }

    private long doubt(String label) {
        Counter counter =
                server.bean(Counters.class)
                        .findByLabel("demonstration", label)
                        .blockOptional()
                        .orElseThrow();
        server.bean(Doubts.class).met(counter, DoubtKind.SILENT, "for a test").block();
        return server.bean(DatabaseClient.class)
                .sql("select id from doubts_doubt where counter_id = :id and ended_at is null")
                .bind("id", counter.id().hex())
                .map(row -> Columns.number(row, "id"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static String lines(String action, String detail) {
        return "select count(*) from audit where action = '%s' and detail like '%%%s'"
                .formatted(action, detail);
    }

    private static String unused(String label) {
        return "select count(*) from enrolment_tokens where used_at is null and label = '"
                + label
                + "'";
    }

    private static String carriers(String label) {
        return "select count(*) from counters where label = '" + label + "'";
    }

    /** One that has told something. */
    private String counter() {
        String label = name();
        try (var counter = SellingCounter.enrol(server, label)) {
            counter.tells(new Fact.Beat());
        }
        return label;
    }

    private static String name() {
        return "CR-" + NUMBER.incrementAndGet();
    }
}
