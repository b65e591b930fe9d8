package org.assistcounter.benchmarks;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.line.LineOpener;

/**
 * The far end of a serial cable with the shape of 9600 baud, 8N1: a byte takes its ten bits, which
 * a pseudo-terminal does not make it take. It measures how long after the last byte of a message
 * the first byte of its answer begins.
 *
 * <p>Only what was announced by {@link #answering} counts, so that a command which the other side
 * gives on its own is not taken for a slow answer.
 */
final class StampedBox implements LineOpener {
    private static final long NANOS_A_BYTE = 10 * 1_000_000_000L / 9_600;

    private final LineOpener cable;
    private final Samples answers = new Samples();
    private volatile boolean isAnswer;

    StampedBox(LineOpener cable) {
        this.cable = cable;
    }

    /** To be read when the line is closed. */
    Samples answers() {
        return answers;
    }

    /** What the other side writes next answers what it heard last. */
    void answering() {
        isAnswer = true;
    }

    @Override
    public Line open() throws IOException {
        return new Stamped(cable.open());
    }

    @Override
    public void close() {
        cable.close();
    }

    private final class Stamped implements Line {
        private final Line line;
        private long lastByteAtNanos;

        Stamped(Line line) {
            this.line = line;
        }

        @Override
        public int read(byte[] into, long timeoutMillis) throws IOException {
            int count = line.read(into, timeoutMillis);
            if (count > 0 && isAnswer) {
                isAnswer = false;
                answers.add(System.nanoTime() - lastByteAtNanos);
            }
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            long due = System.nanoTime();
            for (byte each : bytes) {
                due += NANOS_A_BYTE;
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                lastByteAtNanos = System.nanoTime();
                line.write(new byte[] {each});
            }
        }

        @Override
        public void wake() {
            line.wake();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
