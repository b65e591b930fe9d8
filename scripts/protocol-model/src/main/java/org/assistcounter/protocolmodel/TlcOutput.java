package org.assistcounter.protocolmodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.protocolmodel.Result.Step;

/** Reads what TLC writes with {@code -tool}: messages, each with its number. */
final class TlcOutput {
    private static final Pattern MESSAGE =
            Pattern.compile("@!@!@STARTMSG (\\d+):\\d+ @!@!@\n(.*?)\n@!@!@ENDMSG", Pattern.DOTALL);
    private static final Pattern STATES =
            Pattern.compile("([\\d,]+) states generated, ([\\d,]+) distinct states");
    private static final Pattern DEPTH = Pattern.compile("search is (\\d+)");
    private static final Pattern INVARIANT = Pattern.compile("Invariant (\\w+) is violated");
    private static final Pattern STATE = Pattern.compile("\\d+: <(\\w[\\w ]*?)(?: line .*)?>");
    private static final Pattern LINE_OF_STATE = Pattern.compile("(?m)^/\\\\ (\\w+) = ");
    private static final Pattern ACTION =
            Pattern.compile("<(\\w+) line \\d+, .* of module \\w+>: \\d+:(\\d+)");

    private final String aims;
    private final List<Step> steps = new ArrayList<>();
    private final TreeMap<String, Long> taken = new TreeMap<>();
    private Map<String, String> last = Map.of();
    private long states;
    private long distinct;
    private long depth;
    private String broken = "";
    private boolean finished;

    private TlcOutput(String aims) {
        this.aims = aims;
    }

    /**
     * @param aims what was checked
     * @throws IllegalStateException when TLC did not come to an end
     */
    static Result read(String aims, String text) {
        TlcOutput output = new TlcOutput(aims);
        Matcher message = MESSAGE.matcher(text);
        while (message.find()) {
            output.take(Integer.parseInt(message.group(1)), message.group(2));
        }
        if (!output.finished) {
            throw new IllegalStateException("TLC gave up:\n" + text);
        }
        return output.result();
    }

    private Result result() {
        return new Result(states, distinct, depth, broken, steps, taken);
    }

    private void take(int number, String body) {
        switch (number) {
            case 2110, 2107 -> broken = group(INVARIANT, body);
            case 2116 -> broken = aims;
            case 2217, 2218, 2122 -> state(body);
            case 2193 -> finished = true;
            case 2199 -> counted(body);
            case 2194 -> depth = Long.parseLong(group(DEPTH, body));
            case 2772 -> action(body);
            default -> {}
        }
        finished |= !broken.isEmpty();
    }

    private void counted(String body) {
        Matcher counts = STATES.matcher(body);
        if (counts.find()) {
            states = number(counts.group(1));
            distinct = number(counts.group(2));
        }
    }

    private void action(String body) {
        Matcher action = ACTION.matcher(body);
        if (action.find()) {
            taken.merge(action.group(1), number(action.group(2)), Long::sum);
        }
    }

    private void state(String body) {
        Matcher head = STATE.matcher(body);
        if (!head.find()) {
            steps.add(new Step(body.replaceFirst("^\\d+: ", "").strip(), Map.of()));
            return;
        }
        Map<String, String> now = values(body);
        Map<String, String> changed = new LinkedHashMap<>(now);
        changed.entrySet().removeIf(value -> value.getValue().equals(last.get(value.getKey())));
        steps.add(new Step(head.group(1), changed));
        last = now;
    }

    private static Map<String, String> values(String body) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher line = LINE_OF_STATE.matcher(body);
        String name = "";
        int from = 0;
        while (line.find()) {
            put(values, name, body.substring(from, line.start()));
            name = line.group(1);
            from = line.end();
        }
        put(values, name, body.substring(from));
        return values;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!name.isEmpty()) {
            values.put(name, value.strip().replaceAll("\\s+", " "));
        }
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }

    private static String group(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("not TLC's words: " + body);
        }
        return matcher.group(1);
    }
}
