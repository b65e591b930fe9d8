package org.assistcounter.fuzzing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assistcounter.busdecoder.MdbDecode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of bus traffic that a technician brings. */
final class BusTrafficBorder {
    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int LENGTH_AT = 8;

    private BusTrafficBorder() {}

    /** Every line is said in JSON or left out as empty, and the capture is whole packets. */
    static void take(byte[] bytes) throws IOException {
        Path capture = Scratch.file();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false);
        int exit =
                MdbDecode.run(
                        List.of("--json", "--pcap", capture.toString()),
                        new ByteArrayInputStream(bytes),
                        out,
                        nowhere);
        long bad = said(said.toString(StandardCharsets.UTF_8).lines().toList());
        Require.same(exit, bad == 0 ? MdbDecode.GOOD : MdbDecode.BAD, "bad lines are told");
        whole(ByteBuffer.wrap(Files.readAllBytes(capture)));
    }

    /** How many bad lines the sums tell of. */
    private static long said(List<String> lines) {
        long messages = 0;
        for (String line : lines.subList(0, lines.size() - 1)) {
            JsonNode shown = JsonMapper.shared().readTree(line);
            Require.that(shown.path("line").asLong() > 0, "a line has its number");
            messages += shown.has("message") ? 1 : 0;
        }
        JsonNode sums = JsonMapper.shared().readTree(lines.getLast());
        Require.same(sums.path("messages").asLong(), messages, "each message is counted");
        return sums.path("badLines").asLong();
    }

    private static void whole(ByteBuffer capture) {
        capture.position(FILE_HEADER);
        while (capture.hasRemaining()) {
            int length = capture.getInt(capture.position() + LENGTH_AT);
            Require.that(length > 2, "a packet holds bytes");
            capture.position(capture.position() + PACKET_HEADER + length);
        }
    }

    static List<byte[]> samples() {
        return Samples.texts(
                "# a vend\nM>P 13 00 01 5E 00 0B 7D\nP>M 05 01 5E 64\nM>P 00\n",
                "M>P 10 10\nP>M 00\nM>P 09 09\nP>M 02 00 86 0A\n");
    }
}
