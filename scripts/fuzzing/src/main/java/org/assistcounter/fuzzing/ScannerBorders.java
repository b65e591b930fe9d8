package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.scanner.CodeEnd;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.scanner.SerialScanner;
import org.assistcounter.simulators.scanner.ScannerSnapshot;
import org.assistcounter.simulators.scanner.ScannerTrick;
import org.assistcounter.simulators.scanner.SimulatedScanner;

/** Made-up bytes instead of codes: a code is short text, and a real one is read afterwards. */
final class ScannerBorders {
    private static final int CODE_MAX = 512;
    private static final long OUT_OF_SIGHT_MILLIS = 5_000;
    private static final String CODE = "130000000000000007";

    private ScannerBorders() {}

    static Border lineEnd() {
        return bytes -> judge(bytes, CodeEnd.LINE_END);
    }

    static Border pause() {
        return bytes -> judge(bytes, CodeEnd.PAUSE);
    }

    private static void judge(byte[] bytes, CodeEnd end) {
        String ending = end == CodeEnd.LINE_END ? "\r" : "";
        Conversation<ScannerCommand, ScannerEvent, ScannerTrick, ScannerSnapshot> line =
                new Conversation<>(new SerialScanner(end), new SimulatedScanner(ending));
        line.heard();
        Script script = new Script(bytes);
        boolean isAwaited = false;
        while (script.goesOn()) {
            switch (script.next()) {
                case Script.Step.Bytes step -> line.put(step.copy());
                case Script.Step.Pause step -> line.run(step.millis());
                case Script.Step.Wish step -> {
                    isAwaited = step.number() % 2 == 0;
                    line.command(
                            isAwaited ? new ScannerCommand.Await() : new ScannerCommand.Ignore());
                }
            }
            List<String> codes = codes(line.heard());
            Require.that(isAwaited || codes.isEmpty(), "a code is told only while one is wanted");
        }
        line.run(OUT_OF_SIGHT_MILLIS);
        codes(line.heard());
        line.command(new ScannerCommand.Await());
        line.put((CODE + ending).getBytes(StandardCharsets.US_ASCII));
        line.run(OUT_OF_SIGHT_MILLIS);
        Require.same(codes(line.heard()), List.of(CODE), "a code is read afterwards");
    }

    private static List<String> codes(List<ScannerEvent> events) {
        List<String> codes = new ArrayList<>();
        for (ScannerEvent event : events) {
            switch (event) {
                case ScannerEvent.CodeScanned(String text) -> {
                    Require.that(!text.isEmpty() && text.length() <= CODE_MAX, "a code is short");
                    Require.that(
                            text.chars().noneMatch(c -> c < ' ' || c == 0x7F),
                            "a code has no control characters");
                    codes.add(text);
                }
                case ScannerEvent.Garbled garbled ->
                        Require.that(garbled.byteCount() > 0, "what is spoilt has bytes");
                case ScannerEvent.ScannerReady _, ScannerEvent.ScannerLost _ ->
                        throw new AssertionError("the line has not changed");
            }
        }
        return codes;
    }
}
