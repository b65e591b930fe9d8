package org.assistcounter.raspberrypi;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.spiral.ExpanderMessage;
import org.assistcounter.devices.spiral.MatrixPins;

/**
 * An MCP23017 on the I2C bus as a line: each message is one access to a register, made while it is
 * written. A read that the chip does not acknowledge has no answer, as with a device that is
 * silent; a write that it does not acknowledge ends the line, because nobody knows any more which
 * motor is on. Before a line ends it tries to switch them off.
 */
final class ExpanderLine implements Line {

    private final I2C chip;
    private final Runnable end;
    private final ExpanderMessage.Reader reader = new ExpanderMessage.Reader();
    private final Queue<Byte> answers = new ArrayDeque<>();
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean closed;

    /** Calls {@code end} when it is closed. */
    ExpanderLine(I2C chip, Runnable end) {
        this.chip = chip;
        this.end = end;
    }

    @Override
    public int read(byte[] into, long timeoutMillis) throws IOException {
        if (answers.isEmpty() && !closed) {
            await(timeoutMillis);
        }
        if (closed) {
            return -1;
        }
        int count = 0;
        while (count < into.length && !answers.isEmpty()) {
            into[count++] = answers.remove();
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (ExpanderMessage message : reader.received(bytes).messages()) {
            switch (message.kind()) {
                case WRITE -> set(message.register(), message.value());
                case READ -> answer(message.register());
                case ANSWER -> throw new IllegalArgumentException("An answer is not asked.");
            }
        }
    }

    @Override
    public void wake() {
        wakes.release();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        wakes.release();
        try {
            set(MatrixPins.OLATB, 0);
        } catch (IOException e) {
            // It does not hear; the next line begins with the same word.
        } finally {
            end.run();
        }
    }

    private void set(int register, int value) throws IOException {
        try {
            chip.writeRegister(register, (byte) value);
        } catch (Pi4JException e) {
            throw new IOException("The expander does not take a value", e);
        }
    }

    private void answer(int register) {
        try {
            int value = chip.readRegister(register);
            if (value >= 0) {
                var message =
                        new ExpanderMessage(ExpanderMessage.Kind.ANSWER, register, value & 0xFF);
                for (byte each : message.bytes()) {
                    answers.add(each);
                }
            }
        } catch (Pi4JException e) {
            // It says nothing, which is what the driver is told.
        }
    }

    private void await(long timeoutMillis) throws IOException {
        try {
            if (wakes.tryAcquire(Math.max(0, timeoutMillis), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
