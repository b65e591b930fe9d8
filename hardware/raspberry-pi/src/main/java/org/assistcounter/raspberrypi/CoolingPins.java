package org.assistcounter.raspberrypi;

import com.pi4j.context.Context;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.climate.ClimateBytes;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.ClimatePins;
import org.assistcounter.devices.line.Line;

/**
 * A cooled compartment on pins and sensors of this computer, as a line. Every probe is read every
 * two seconds and its line is handed on. Outputs begin and end low, and go low when nothing has
 * been written for five seconds: whoever ought to write is not there.
 */
final class CoolingPins implements Line {

    private static final long READ_EVERY_MILLIS = 2_000;
    private static final long LET_GO_MILLIS = 5_000;

    private final Context pi4j;
    private final List<AirProbe> probes;
    private final DigitalOutput compressor;
    private final DigitalOutput fan;
    private final DigitalOutput heater;
    private final Queue<Byte> waiting = new ArrayDeque<>();
    private final Semaphore wakes = new Semaphore(0);
    private long readAt = now();
    private long writtenAt = now();
    private volatile boolean closed;

    /** Takes the context over: it ends with this line. */
    CoolingPins(Context pi4j, ClimatePins pins, List<AirProbe> probes) {
        this.pi4j = pi4j;
        this.probes = List.copyOf(probes);
        try {
            compressor = pi4j.create(output(pins.compressor(), "compressor"));
            fan = pi4j.create(output(pins.fan(), "fan"));
            heater = pi4j.create(output(pins.heater(), "heater"));
        } catch (Pi4JException e) {
            pi4j.shutdown();
            throw e;
        }
    }

    @Override
    public int read(byte[] into, long timeoutMillis) throws IOException {
        long until = now() + timeoutMillis;
        while (!closed) {
            if (now() - writtenAt >= LET_GO_MILLIS) {
                set(ClimateOutputs.OFF);
                writtenAt = now();
            }
            if (waiting.isEmpty() && now() >= readAt) {
                readProbes();
            }
            if (!waiting.isEmpty()) {
                return take(into);
            }
            if (isWoken(Math.min(until, readAt) - now()) || now() >= until) {
                return 0;
            }
        }
        return -1;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        for (byte value : bytes) {
            set(
                    ClimateBytes.outputs(value)
                            .orElseThrow(() -> new IllegalArgumentException("No outputs.")));
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

    private void readProbes() {
        for (int i = 0; i < probes.size(); i++) {
            String line = probes.get(i).read("air" + (i + 1));
            for (byte value : line.getBytes(StandardCharsets.US_ASCII)) {
                waiting.add(value);
            }
        }
        readAt = now() + READ_EVERY_MILLIS;
    }

    private int take(byte[] into) {
        int count = 0;
        for (Byte value = waiting.poll(); value != null; value = waiting.poll()) {
            into[count++] = value;
            if (count == into.length) {
                break;
            }
        }
        return count;
    }

    private void set(ClimateOutputs outputs) throws IOException {
        try {
            compressor.state(DigitalState.getState(outputs.isCompressorOn()));
            fan.state(DigitalState.getState(outputs.isFanOn()));
            heater.state(DigitalState.getState(outputs.isHeaterOn()));
        } catch (com.pi4j.io.exception.IOException e) {
            throw new IOException("A pin cannot be set", e);
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
