package org.assistcounter.raspberrypi;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.cabinet.CabinetBytes;
import org.assistcounter.devices.cabinet.CabinetLevels;
import org.assistcounter.devices.cabinet.CabinetOutputs;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.line.Line;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet's contacts on pins, as a line. The levels are sampled every five milliseconds and said
 * when they have changed and twice a second. No listeners: the kernel keeps 16 edges, so a burst
 * loses some, while a level that is read is true. Outputs are requested with their first value,
 * low, so that a lock does not twitch when the program starts, and are low again after it. When
 * nothing has been written for two seconds they go low: whoever ought to write is not there.
 */
final class GpioCabinet implements Line {

    private static final long SAMPLE_MILLIS = 5;
    private static final long REPEAT_MILLIS = 500;
    private static final long LET_GO_MILLIS = 2_000;

    private final Context pi4j;
    private final DigitalInput doorSwitch;
    private final DigitalInput powerFail;
    private final DigitalOutput lock;
    private final DigitalOutput light;
    private final Semaphore wakes = new Semaphore(0);
    private @Nullable CabinetLevels said;
    private long saidAt;
    private long writtenAt = now();
    private volatile boolean closed;

    /** Takes the context over: it ends with this line. */
    GpioCabinet(Context pi4j, CabinetPins pins) {
        this.pi4j = pi4j;
        try {
            doorSwitch = pi4j.create(input(pins.doorSwitch(), "door-switch"));
            powerFail = pi4j.create(input(pins.powerFail(), "power-fail"));
            lock = pi4j.create(output(pins.lock(), "lock"));
            light = pi4j.create(output(pins.light(), "light"));
        } catch (Pi4JException e) {
            pi4j.shutdown();
            throw e;
        }
    }

    @Override
    public int read(byte[] into, long timeoutMillis) throws IOException {
        long until = now() + timeoutMillis;
        do {
            if (closed) {
                return -1;
            }
            letGoIfNobodyWrites();
            CabinetLevels levels = levels();
            if (!levels.equals(said) || now() - saidAt >= REPEAT_MILLIS) {
                said = levels;
                saidAt = now();
                into[0] = CabinetBytes.encode(levels);
                return 1;
            }
        } while (!isWoken(Math.min(SAMPLE_MILLIS, until - now())) && now() < until);
        return 0;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (byte value : bytes) {
            CabinetOutputs outputs =
                    CabinetBytes.outputs(value)
                            .orElseThrow(() -> new IllegalArgumentException("No outputs."));
            set(outputs);
            writtenAt = now();
        }
    }

    @Override
    public void wake() {
        wakes.release();
    }

    @Override
    public void close() {
        closed = true;
        wakes.release();
        if (!pi4j.isShutdown()) {
            pi4j.shutdown();
        }
    }

    /** Contacts close to ground; a cut wire reads as an open door and a failing mains. */
    private CabinetLevels levels() throws IOException {
        try {
            return new CabinetLevels(doorSwitch.isLow(), powerFail.isLow());
        } catch (Pi4JException e) {
            throw new IOException("A pin cannot be read", e);
        }
    }

    private void set(CabinetOutputs outputs) throws IOException {
        try {
            lock.state(DigitalState.getState(outputs.isLockReleased()));
            light.state(DigitalState.getState(outputs.isLightOn()));
        } catch (com.pi4j.io.exception.IOException e) {
            throw new IOException("A pin cannot be set", e);
        }
    }

    private void letGoIfNobodyWrites() throws IOException {
        if (now() - writtenAt >= LET_GO_MILLIS) {
            set(CabinetOutputs.OFF);
            writtenAt = now();
        }
    }

    private boolean isWoken(long millis) throws IOException {
        try {
            boolean isWoken = wakes.tryAcquire(Math.max(0, millis), TimeUnit.MILLISECONDS);
            if (isWoken) {
                wakes.drainPermits();
            }
            return isWoken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private DigitalInputConfig input(int pin, String name) {
        return DigitalInput.newConfigBuilder(pi4j)
                .id(name)
                .address(pin)
                .pull(PullResistance.PULL_UP)
                .debounce(0L)
                .build();
    }

    private DigitalOutputConfig output(int pin, String name) {
        return DigitalOutput.newConfigBuilder(pi4j)
                .id(name)
                .address(pin)
                .initial(DigitalState.LOW)
                .shutdown(DigitalState.LOW)
                .build();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
