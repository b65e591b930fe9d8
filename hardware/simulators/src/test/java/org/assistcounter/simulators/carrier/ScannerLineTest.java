package org.assistcounter.simulators.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.devices.scanner.CodeEnd;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.devices.scanner.ScannerEvent.CodeScanned;
import org.assistcounter.devices.scanner.ScannerEvent.ScannerReady;
import org.assistcounter.devices.scanner.SerialScanner;
import org.assistcounter.simulators.scanner.ScannerSnapshot;
import org.assistcounter.simulators.scanner.ScannerTrick;
import org.assistcounter.simulators.scanner.SimulatedScanner;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scanner, unchanged, in virtual time, over TCP and on a pseudo-terminal. */
@Execution(ExecutionMode.CONCURRENT)
class ScannerLineTest {

    private static final String SECOND = "134567890123456789";
    private static final String LINE_END = "\r\n";
    private static final long UNTIL_AWAITED_MILLIS = 300;
    private static final long QUIET_MILLIS = 700;

    static Stream<Arguments> spoilt() {
        return Cases.spoilt(Stream.of(First.values()));
    }

    /** The codes a shopper may show: one that pays and one that fetches an order. */
    enum First {
        PAYMENT("286712345678901234"),
        PICKUP("ACP1:" + "0123456789ABCDEF".repeat(13));

        private final String text;

        First(String text) {
            this.text = text;
        }

        private String withoutTheLostByte() {
            int lost = (text.length() + LINE_END.length()) / 2;
            return text.substring(0, lost) + text.substring(lost + 1);
        }
    }

    /**
     * A code has no check of its own: a byte that is missing is another code, which pays nothing.
     */
    @ParameterizedTest
    @MethodSource("spoilt")
    void tellsEachCodeOnceAndNeverTwoAsOne(First first, Carrier carrier, WireFault fault)
            throws Exception {
        List<ScannerEvent> told;
        try (Rig<ScannerCommand, ScannerEvent, ScannerTrick, ScannerSnapshot> rig =
                carrier.join(
                        new SerialScanner(CodeEnd.LINE_END),
                        new SimulatedScanner(LINE_END),
                        9_600)) {
            rig.await(ScannerReady.class);
            rig.awaitState(ScannerSnapshot::connected);
            rig.command(new ScannerCommand.Await());
            // Nothing says that it is awaited now, and what came before would not be told.
            rig.told(UNTIL_AWAITED_MILLIS);
            rig.fault(fault, bytes -> true);
            rig.trick(new ScannerTrick.Show(first.text));
            rig.awaitState(latest -> latest.written() == 1);
            rig.trick(new ScannerTrick.Show(SECOND));
            rig.await(event -> event.equals(new CodeScanned(SECOND)));
            told = rig.told(QUIET_MILLIS);
        }

        assertThat(told)
                .containsExactly(
                        new ScannerReady(),
                        new CodeScanned(fault.isLoss() ? first.withoutTheLostByte() : first.text),
                        new CodeScanned(SECOND));
    }
}
