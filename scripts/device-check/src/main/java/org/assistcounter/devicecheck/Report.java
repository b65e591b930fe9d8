package org.assistcounter.devicecheck;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every device said last that counts; told as it comes, and once more at the end. */
final class Report implements Check.Ear {
    private static final Heard SILENT = Heard.bad("not heard");

    private final PrintStream out;
    private final Map<String, Heard> last = new LinkedHashMap<>();
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

    /** What a device says from now on is only that its line is closed. */
    synchronized void end() {
        isOver = true;
    }

    synchronized boolean isGood() {
        return last.values().stream().allMatch(Report::isGood);
    }

    private static boolean isGood(Heard heard) {
        return heard.standing() == Heard.Standing.GOOD;
    }

    synchronized void summary() {
        out.println();
        last.forEach((device, heard) ->
                out.printf("%-4s %-10s %s%n", isGood(heard) ? "ok" : "BAD", device, heard.words()));
    }

    synchronized String json() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("good", isGood());
        ObjectNode devices = json.putObject("devices");
        last.forEach((device, heard) ->
                devices.putObject(device).put("good", isGood(heard)).put("words", heard.words()));
        return json.toString();
    }
}
