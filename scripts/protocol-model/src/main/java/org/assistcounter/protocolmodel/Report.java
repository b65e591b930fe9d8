package org.assistcounter.protocolmodel;

import java.util.List;
import java.util.Locale;
import org.assistcounter.protocolmodel.Checking.Checked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What checks came to, for people and for programs. */
final class Report {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Report() {}

    /** A check for people: one line, and the steps to where something is broken. */
    static String text(Checked checked) {
        Result result = checked.result();
        String verdict = result.holds() ? "holds" : "BROKEN: " + result.broken();
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s: %,d different states of %,d, depth %d: %s%n  checked: %s%n",
                        checked.check().model().word(),
                        result.distinct(),
                        result.states(),
                        result.depth(),
                        verdict,
                        checked.check().aims()));
        int number = 0;
        for (Result.Step step : result.steps()) {
            number++;
            text.append(String.format("%4d %s%n", number, step.action()));
            if (number > 1) {
                step.changed().forEach((name, value) -> text.append(line(name, value)));
            }
        }
        return text.toString();
    }

    private static String line(String name, String value) {
        return String.format("       %s = %s%n", name, value);
    }

    static String json(List<Checked> all, @Nullable Guard without, boolean good) {
        ObjectNode report = JSON.createObjectNode();
        report.put("good", good);
        report.put("without", without == null ? Guard.NONE : without.word());
        ArrayNode checks = report.putArray("checks");
        all.forEach(checked -> describe(checks.addObject(), checked));
        return report.toString();
    }

    private static void describe(ObjectNode node, Checked checked) {
        Result result = checked.result();
        node.put("model", checked.check().model().word());
        node.put("aims", checked.check().aims());
        node.put("states", result.states());
        node.put("distinct", result.distinct());
        node.put("depth", result.depth());
        node.put("broken", result.broken());
        ArrayNode steps = node.putArray("steps");
        for (Result.Step step : result.steps()) {
            ObjectNode one = steps.addObject();
            one.put("action", step.action());
            ObjectNode changed = one.putObject("changed");
            step.changed().forEach(changed::put);
        }
    }

    static String guards() {
        ObjectNode report = JSON.createObjectNode();
        ArrayNode guards = report.putArray("guards");
        for (Guard guard : Guard.values()) {
            ObjectNode one = guards.addObject();
            one.put("guard", guard.word());
            one.put("model", guard.model().word());
            one.put("breaks", guard.breaks());
        }
        return report.toString();
    }

    static String failure(String reason) {
        return JSON.createObjectNode().put("error", reason).toString();
    }
}
