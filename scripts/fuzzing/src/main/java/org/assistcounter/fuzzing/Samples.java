package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Ways to write down well-formed input: a fuzzer that begins with it gets past the first check. */
final class Samples {

    private Samples() {}

    static List<byte[]> bytes(String... hex) {
        List<byte[]> all = new ArrayList<>();
        for (String each : hex) {
            all.add(HexFormat.ofDelimiter(" ").parseHex(each));
        }
        return all;
    }

    static List<byte[]> texts(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String each : texts) {
            all.add(each.getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    /** A {@link Script}: some wishes, then each text with a pause after it. */
    static List<byte[]> script(String... texts) {
        StringBuilder script = new StringBuilder("\u0007\u000e\u000f\u0017\u000e\u001f");
        for (String text : texts) {
            for (int at = 0; at < text.length(); at += 8) {
                String piece = text.substring(at, Math.min(text.length(), at + 8));
                // The length is above the two lowest bits, and a script takes bytes for 0 to 4.
                script.append((char) (piece.length() << 2)).append(piece);
            }
            script.append('\u000e');
        }
        return List.of(script.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
