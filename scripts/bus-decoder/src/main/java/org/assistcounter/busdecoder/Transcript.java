package org.assistcounter.busdecoder;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns lines into what is printed, in their order, one JSON object a message. */
final class Transcript {

    private final Bus bus = new Bus();
    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable Capture capture;
    private long lines;
    private long messages;
    private long badLines;

    Transcript(PrintStream out, PrintStream err, @Nullable Capture capture) {
        this.out = out;
        this.err = err;
        this.capture = capture;
    }

    void line(String text) throws IOException {
        lines++;
        if (text.isBlank() || text.stripLeading().startsWith("#")) {
            return;
        }
        Optional<TrafficLine> traffic = TrafficLine.of(text);
        if (traffic.isEmpty()) {
            bad("neither M>P nor P>M with bytes behind it");
            Map<String, Object> shown = numbered();
            shown.put("problem", "NOT_TRAFFIC");
            shown.put("text", text);
            out.println(Json.of(shown));
            return;
        }
        said(traffic.get());
    }

    private void said(TrafficLine traffic) throws IOException {
        Heard heard = bus.heard(traffic);
        if (capture != null) {
            capture.add(traffic, bus.addressed());
        }
        heard.problem().ifPresent(problem -> bad(problem.words()));
        for (Named message : heard.messages()) {
            Map<String, Object> shown = begun(traffic, heard);
            shown.put("message", message.name());
            shown.putAll(message.fields());
            messages++;
            finish(shown, traffic, heard);
        }
        if (heard.messages().isEmpty()) {
            finish(begun(traffic, heard), traffic, heard);
        }
    }

    private Map<String, Object> begun(TrafficLine traffic, Heard heard) {
        Map<String, Object> shown = numbered();
        shown.put("direction", traffic.direction().arrow());
        shown.put("device", heard.device());
        return shown;
    }

    private void finish(Map<String, Object> shown, TrafficLine traffic, Heard heard) {
        shown.put("checksum", heard.checksum().word());
        heard.problem()
                .ifPresent(problem -> {
                    shown.put("problem", problem.name());
                    shown.put("bytes", traffic.hex());
                });
        out.println(Json.of(shown));
    }

    private Map<String, Object> numbered() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("line", lines);
        return shown;
    }

    private void bad(String words) {
        badLines++;
        err.println("mdb-decode: line " + lines + ": " + words);
    }

    boolean isGood() {
        return badLines == 0;
    }

    Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("lines", lines);
        counts.put("messages", messages);
        counts.put("badLines", badLines);
        return counts;
    }
}
