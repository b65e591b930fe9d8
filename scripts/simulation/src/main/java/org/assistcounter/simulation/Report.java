package org.assistcounter.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.simulation.Simulate.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the seeds came to, in words and as JSON. */
final class Report {
    private static final int SHOWN_MAX = 20;

    private final Options options;
    private final Counts counts = new Counts();
    private final List<Outcome> broken;
    private final Stopwatch.Took took;
    private final long reallySigned;

    Report(Options options, List<Outcome> outcomes, Stopwatch.Took took) {
        this.options = options;
        this.took = took;
        this.reallySigned =
                outcomes.stream()
                        .filter(each -> options.level().hasRealSignatures(each.seed()))
                        .count();
        outcomes.forEach(outcome -> counts.add(outcome.counts()));
        this.broken = outcomes.stream().filter(each -> !each.violation().isEmpty()).toList();
    }

    boolean isClean() {
        return broken.isEmpty();
    }

    void print() {
        for (Outcome outcome : broken.subList(0, Math.min(SHOWN_MAX, broken.size()))) {
            System.out.printf(
                    "seed %d: %s%n  replay: %s%n",
                    outcome.seed(), outcome.violation(), replay(outcome.seed()));
        }
        System.out.printf(
                "level %s: %d seeds (%d signed by Ed25519, the others by a cheap signer), %d"
                        + " counter-hours in %.1f s (%.0f a second; %.0f a second of processor"
                        + " time)%n",
                options.level().word(),
                options.seeds(),
                reallySigned,
                counts.counterHours(),
                took.seconds(),
                counts.counterHours() / took.seconds(),
                counts.counterHours() / took.processorSeconds());
        System.out.printf(
                "%d sales %s, %.1f a counter-hour; %d cases, %d records, %d events, %d"
                        + " violations%n",
                counts.sales(),
                counts.outcomes(),
                (double) counts.sales() / Math.max(1, counts.counterHours()),
                counts.cases(),
                counts.records(),
                counts.events(),
                broken.size());
        System.out.println("faults: " + words(counts.faults()));
        System.out.println("rare states: " + rare());
        if (options.isJson()) {
            System.out.println(json());
        }
    }

    private String replay(long seed) {
        String level = options.level() == Level.WIRE ? "" : " --level " + options.level().word();
        return "scripts/simulate --seed %d --hours %d%s".formatted(seed, options.hours(), level);
    }

    private static Map<String, Long> words(Map<Fault, Long> faults) {
        Map<String, Long> words = new TreeMap<>();
        faults.forEach((fault, count) -> words.put(fault.word(), count));
        return words;
    }

    private Map<String, Long> rare() {
        Map<String, Long> words = new TreeMap<>();
        for (RareState state : RareState.values()) {
            words.put(state.word(), counts.rare().getOrDefault(state, 0L));
        }
        return words;
    }

    private String json() {
        ObjectNode json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("level", options.level().word())
                        .put("seeds", options.seeds())
                        .put("reallySigned", reallySigned)
                        .put("seconds", took.seconds())
                        .put("processorSeconds", took.processorSeconds())
                        .put("counterHours", counts.counterHours())
                        .put("events", counts.events())
                        .put("sales", counts.sales())
                        .put("records", counts.records())
                        .put("cases", counts.cases());
        ObjectNode outcomes = json.putObject("outcomes");
        for (SaleOutcome outcome : SaleOutcome.values()) {
            outcomes.put(outcome.word(), counts.outcomes().getOrDefault(outcome, 0L));
        }
        ObjectNode faults = json.putObject("faults");
        words(counts.faults()).forEach(faults::put);
        ObjectNode rare = json.putObject("rareStates");
        rare().forEach(rare::put);
        ArrayNode violations = json.putArray("violations");
        for (Outcome outcome : broken) {
            violations.addObject().put("seed", outcome.seed()).put("what", outcome.violation());
        }
        return json.put("hash", counts.hash().toString()).toString();
    }
}
