package org.assistcounter.simulators.pty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.line.SerialLine;
import org.junit.jupiter.api.Test;

/** Both ends of a cable made of a pseudo-terminal. */
class PseudoTerminalTest {

    private static final long PATIENCE_MILLIS = 2_000;

    @Test
    void carriesEveryByteBothWaysUnchanged() throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (PseudoTerminal cable = new PseudoTerminal();
                Line near = SerialLine.opener(cable.device(), 9_600).open();
                Line far = cable.open()) {
            near.write(all);
            assertThat(read(far, all.length)).isEqualTo(all);
            far.write(all);
            assertThat(read(near, all.length)).isEqualTo(all);
        }
    }

    @Test
    void echoesNothingWhileNobodyHasTheNearEndOpen() throws Exception {
        try (PseudoTerminal cable = new PseudoTerminal();
                Line far = cable.open()) {
            far.write("10 00\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(far.read(new byte[16], 100)).isZero();
        }
    }

    @Test
    void endsAReadThatIsWoken() throws Exception {
        try (PseudoTerminal cable = new PseudoTerminal();
                Line far = cable.open()) {
            far.wake();
            long start = System.nanoTime();

            assertThat(far.read(new byte[16], 10_000)).isZero();
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    private static byte[] read(Line line, int count) throws IOException {
        byte[] all = new byte[count];
        int have = 0;
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (have < count && System.nanoTime() < end) {
            byte[] part = new byte[count - have];
            int got = line.read(part, 50);
            System.arraycopy(part, 0, all, have, got);
            have += got;
        }
        return Arrays.copyOf(all, have);
    }
}
