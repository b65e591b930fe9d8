package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.line.SerialLine;
import org.assistcounter.simulators.pty.PseudoTerminal;

/**
 * The least that an answer over a pseudo-terminal costs on this machine: a thread that sends back
 * what it reads from the near end, with the serial line that our drivers have.
 */
final class PtyEcho implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final byte[] ASKED = {0x10};

    private final Samples samples = new Samples();
    private final PseudoTerminal cable = new PseudoTerminal();
    private final Line far = cable.open();
    private final Line near;
    private final Thread answering = new Thread(this::answer, "pty-echo");
    private volatile boolean running = true;

    PtyEcho() throws IOException {
        near = SerialLine.opener(cable.device(), MdbTiming.BAUD).open();
        answering.start();
    }

    Samples samples() {
        return samples;
    }

    /** Sends one byte and waits for it. */
    void ask() throws IOException {
        byte[] heard = new byte[ASKED.length];
        long start = System.nanoTime();
        far.write(ASKED);
        if (far.read(heard, PATIENCE_MILLIS) != ASKED.length || !Arrays.equals(heard, ASKED)) {
            throw new IOException("the echo does not answer");
        }
        samples.add(System.nanoTime() - start);
    }

    private void answer() {
        byte[] buffer = new byte[ASKED.length];
        try {
            while (running) {
                if (near.read(buffer, PATIENCE_MILLIS) > 0) {
                    near.write(buffer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running = false;
        near.wake();
        try {
            answering.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        near.close();
        cable.close();
    }
}
