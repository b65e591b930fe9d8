package org.assistcounter.busdecoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Wireshark's own reading of a capture, if one that knows MDB (4.2 or newer) is installed. */
final class Tshark {

    private static final Pattern VERSION = Pattern.compile("(?s).*?TShark.*? (\\d+)\\.(\\d+).*");

    private Tshark() {}

    /** Why there is none, if there is none. */
    static Optional<String> missing() {
        try {
            var matcher = VERSION.matcher(String.join("\n", run(List.of("tshark", "--version"))));
            boolean isKnown = matcher.matches();
            int major = isKnown ? Integer.parseInt(matcher.group(1)) : 0;
            int minor = isKnown ? Integer.parseInt(matcher.group(2)) : 0;
            return major > 4 || (major == 4 && minor >= 2)
                    ? Optional.empty()
                    : Optional.of("tshark 4.2 or newer is needed, not " + major + "." + minor);
        } catch (IOException absent) {
            return Optional.of("tshark is not installed");
        }
    }

    /** One row a packet, one column a field; empty where a packet has no such field. */
    static List<List<String>> fields(Path capture, List<String> names) throws IOException {
        List<String> words = new ArrayList<>(List.of("tshark", "-r", "-", "-T", "fields"));
        names.forEach(name -> words.addAll(List.of("-e", name)));
        Process process =
                new ProcessBuilder(words)
                        .redirectInput(capture.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return lines(process).stream().map(line -> List.of(line.split("\t", -1))).toList();
    }

    private static List<String> run(List<String> words) throws IOException {
        return lines(
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    private static List<String> lines(Process process) throws IOException {
        try (var reader = process.inputReader()) {
            return reader.lines().toList();
        }
    }
}
