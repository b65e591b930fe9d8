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
    private final double seconds;

    Report(Options options, List<Outcome> outcomes, double seconds) {
        this.options = options;
        this.seconds = seconds;
        outcomes.forEach(outcome -> counts.add(outcome.counts()));
        this.broken = outcomes.stream().filter(each -> !each.violation().isEmpty()).toList();
    }

    boolean isClean() {
        return broken.isEmpty();
    }

    void print() {
        for (Outcome outcome : broken.subList(0, Math.min(SHOWN_MAX, broken.size()))) {
            System.out.printf(
                    "seed %d: %s%n  replay: scripts/simulate --seed %d --hours %d%n",
                    outcome.seed(), outcome.violation(), outcome.seed(), options.hours());
        }
        System.out.printf(
                "%d seeds, %d counter-hours in %.1f s (%.0f a second), %d sales %s, %d cases,"
                        + " %d violations%n",
                options.seeds(),
                counts.counterHours(),
                seconds,
                counts.counterHours() / seconds,
                counts.sales(),
                counts.outcomes(),
                counts.cases(),
                broken.size());
        System.out.println("faults: " + words(counts.faults()));
        System.out.println("rare states: " + rare());
        if (options.isJson()) {
            System.out.println(json());
        }
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
                        .put("seeds", options.seeds())
                        .put("counterHours", counts.counterHours())
                        .put("events", counts.events())
                        .put("sales", counts.sales())
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
