package org.assistcounter.busdecoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command: reads bus traffic, prints each message as it comes, and counts what was bad. */
public final class MdbDecode {

    public static final int GOOD = 0;
    public static final int BAD = 1;
    public static final int NOT_RUN = 2;

    private MdbDecode() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.in, out, System.err));
    }

    /** The same without ending the process; its exit code is the answer. */
    public static int run(
            List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        boolean json = arguments.contains("--json");
        List<String> words = arguments.stream().filter(word -> !word.equals("--json")).toList();
        boolean isCapturing = words.size() == 2 && words.getFirst().equals("--pcap");
        if (!words.isEmpty() && !isCapturing) {
            return refuse("usage: scripts/mdb-decode [--pcap FILE] [--json]", json, out, err);
        }
        try (Capture capture = isCapturing ? Capture.to(Path.of(words.get(1))) : null) {
            Transcript transcript = new Transcript(out, err, capture);
            read(in, transcript);
            if (json) {
                out.println(Json.of(transcript.counts()));
            }
            return transcript.isGood() ? GOOD : BAD;
        } catch (IOException | InvalidPathException failure) {
            return refuse("not read or written: " + failure.getMessage(), json, out, err);
        }
    }

    private static void read(InputStream in, Transcript transcript) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
            transcript.line(line);
        }
    }

    private static int refuse(String reason, boolean json, PrintStream out, PrintStream err) {
        err.println("mdb-decode: " + reason);
        if (json) {
            out.println(Json.of(Map.of("error", reason)));
        }
        return NOT_RUN;
    }
}
