package org.assistcounter.devicecheck;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every device said last that counts; told as it comes, and once more at the end. */
final class Report implements Check.Ear {
    private static final Heard SILENT = Heard.bad("not heard");

    private final PrintStream out;
    private final Map<String, Heard> last = new LinkedHashMap<>();
    private final Map<String, Heard> done = new LinkedHashMap<>();
    private boolean isOver;

    Report(PrintStream out) {
        this.out = out;
    }

    synchronized void expect(String device) {
        last.putIfAbsent(device, SILENT);
    }

    @Override
    public synchronized void hears(String device, Heard heard) {
        if (isOver) {
            return;
        }
        if (!heard.equals(last.get(device))) {
            out.printf("%-10s %s%n", device, heard.words());
        }
        if (heard.standing() != Heard.Standing.SAME) {
            last.put(device, heard);
        }
    }

    /** What came of something that was done. */
    synchronized void did(String action, Heard heard) {
        out.printf("%-10s %s%n", action, heard.words());
        String name = action;
        for (int time = 2; done.containsKey(name); time++) {
            name = action + " #" + time;
        }
        done.put(name, heard);
    }

    /** What a device says from now on is only that its line is closed. */
    synchronized void end() {
        isOver = true;
    }

    synchronized boolean isGood() {
        return Stream.concat(last.values().stream(), done.values().stream())
                .allMatch(Report::isGood);
    }

    private static boolean isGood(Heard heard) {
        return heard.standing() == Heard.Standing.GOOD;
    }

    synchronized void summary() {
        out.println();
        last.forEach(this::line);
        done.forEach(this::line);
    }

    private void line(String name, Heard heard) {
        out.printf("%-4s %-10s %s%n", isGood(heard) ? "ok" : "BAD", name, heard.words());
    }

    synchronized String json() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("good", isGood());
        put(json.putObject("devices"), last);
        put(json.putObject("actions"), done);
        return json.toString();
    }

    private static void put(ObjectNode json, Map<String, Heard> heard) {
        heard.forEach((name, each) ->
                json.putObject(name).put("good", isGood(each)).put("words", each.words()));
    }
}
