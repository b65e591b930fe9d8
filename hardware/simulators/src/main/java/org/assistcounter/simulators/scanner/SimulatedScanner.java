package org.assistcounter.simulators.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;

/**
 * A scanner in continuous mode with an end of CR LF, CR, LF or nothing.
 *
 * <p>Fault model. The next code in two portions, late, with a control byte inside, without its end,
 * or lost. A code that is held is written ten times a second, as long as it is held.
 */
public final class SimulatedScanner implements LineDriver<ScannerTrick, ScannerSnapshot> {

    private static final long REPEAT_MILLIS = 100;

    private record Due(long at, long number, ByteBuffer bytes) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    private final String end;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Set<String> faults = new TreeSet<>();
    private final List<byte[]> sends = new ArrayList<>();
    private final Shown<ScannerSnapshot> shown = new Shown<>();
    private boolean connected;
    private long number;
    private long written;
    private long splitMillis;
    private long delayMillis;

    public SimulatedScanner(String end) {
        this.end = end;
    }

    @Override
    public LineOutput<ScannerSnapshot> opened(long nowMillis) {
        connected = true;
        return output();
    }

    @Override
    public LineOutput<ScannerSnapshot> closed(long nowMillis) {
        connected = false;
        return output();
    }

    /** A scanner of ours is not spoken to. */
    @Override
    public LineOutput<ScannerSnapshot> received(byte[] bytes, long nowMillis) {
        return output();
    }

    @Override
    public LineOutput<ScannerSnapshot> commanded(ScannerTrick trick, long nowMillis) {
        switch (trick) {
            case ScannerTrick.Show(String text) -> write(text, nowMillis);
            case ScannerTrick.Hold(String text, long millis) -> {
                for (long at = 0; at <= millis; at += REPEAT_MILLIS) {
                    write(text, nowMillis + at);
                }
            }
            case ScannerTrick.SplitNext(long millis) -> {
                splitMillis = millis;
                faults.add("split-next");
            }
            case ScannerTrick.DelayNext(long millis) -> {
                delayMillis = millis;
                faults.add("delay-next");
            }
            case ScannerTrick.NoiseNext() -> faults.add("noise-next");
            case ScannerTrick.OmitEndNext() -> faults.add("omit-end-next");
            case ScannerTrick.LoseNext() -> faults.add("lose-next");
        }
        return elapsed(nowMillis);
    }

    @Override
    public LineOutput<ScannerSnapshot> elapsed(long nowMillis) {
        for (Due next = due.peek(); next != null && next.at() <= nowMillis; next = due.peek()) {
            due.remove();
            if (connected) {
                sends.add(next.bytes().array());
            }
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        Due next = due.peek();
        return next == null ? Long.MAX_VALUE : next.at();
    }

    private void write(String text, long now) {
        if (faults.remove("lose-next")) {
            return;
        }
        byte[] bytes = bytes(text);
        long at = faults.remove("delay-next") ? now + delayMillis : now;
        written++;
        if (faults.remove("split-next") && bytes.length > 1) {
            int half = bytes.length / 2;
            put(at, Arrays.copyOf(bytes, half));
            put(at + splitMillis, Arrays.copyOfRange(bytes, half, bytes.length));
        } else {
            put(at, bytes);
        }
    }

    private byte[] bytes(String text) {
        String whole = faults.remove("omit-end-next") ? text : text + end;
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        if (faults.remove("noise-next") && bytes.length > 0) {
            bytes[text.length() / 2] = 0x03;
        }
        return bytes;
    }

    private void put(long at, byte[] bytes) {
        due.add(new Due(at, number++, ByteBuffer.wrap(bytes)));
    }

    private LineOutput<ScannerSnapshot> output() {
        ScannerSnapshot snapshot = new ScannerSnapshot(written, List.copyOf(faults), connected);
        return shown.drained(sends, snapshot);
    }
}
