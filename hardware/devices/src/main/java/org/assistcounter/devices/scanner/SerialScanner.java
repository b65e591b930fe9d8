package org.assistcounter.devices.scanner;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * A scanner that writes each code it sees to its line. In continuous mode it writes the same code
 * many times a second for as long as it sees it, so a code is told once and then kept silent until
 * it has been out of sight for three seconds. Nothing is told unless a code is awaited, and only a
 * code whose first byte came after that: what lay in a buffer must not pay for the next sale.
 */
public final class SerialScanner implements LineDriver<ScannerCommand, ScannerEvent> {

    private static final long SAME_MILLIS = 3_000;
    private static final int CR = 0x0D;
    private static final int LF = 0x0A;

    private final CodeEnd codeEnd;
    private final CodeReader reader = new CodeReader();
    private final List<ScannerEvent> events = new ArrayList<>();
    private boolean isAwaited;
    private boolean isStale;
    private long silentAt = Long.MAX_VALUE;
    private @Nullable String told;
    private long forgetAt = Long.MAX_VALUE;

    public SerialScanner(CodeEnd codeEnd) {
        this.codeEnd = codeEnd;
    }

    @Override
    public LineOutput<ScannerEvent> opened(long nowMillis) {
        drop();
        events.add(new ScannerEvent.ScannerReady());
        return output();
    }

    @Override
    public LineOutput<ScannerEvent> closed(long nowMillis) {
        drop();
        events.add(new ScannerEvent.ScannerLost("the line is gone"));
        return output();
    }

    @Override
    public LineOutput<ScannerEvent> received(byte[] bytes, long nowMillis) {
        if (nowMillis >= silentAt) {
            silent(nowMillis);
        }
        for (byte signed : bytes) {
            int value = Byte.toUnsignedInt(signed);
            if (codeEnd == CodeEnd.LINE_END && (value == CR || value == LF)) {
                finish(nowMillis);
            } else {
                reader.add(value);
            }
        }
        silentAt = reader.isEmpty() ? Long.MAX_VALUE : nowMillis + codeEnd.silenceMillis();
        return output();
    }

    @Override
    public LineOutput<ScannerEvent> commanded(ScannerCommand command, long nowMillis) {
        switch (command) {
            case ScannerCommand.Await() -> {
                isStale = !isAwaited && !reader.isEmpty();
                isAwaited = true;
            }
            case ScannerCommand.Ignore() -> isAwaited = false;
        }
        return output();
    }

    @Override
    public LineOutput<ScannerEvent> elapsed(long nowMillis) {
        if (nowMillis >= silentAt) {
            silent(nowMillis);
        }
        if (nowMillis >= forgetAt) {
            told = null;
            forgetAt = Long.MAX_VALUE;
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        return Math.min(silentAt, forgetAt);
    }

    private void silent(long now) {
        silentAt = Long.MAX_VALUE;
        if (codeEnd == CodeEnd.LINE_END) {
            reader.spoilt(ScannerFault.BROKEN_OFF);
        }
        finish(now);
    }

    private void finish(long now) {
        if (reader.isEmpty()) {
            return;
        }
        CodeReader.Reading reading = reader.finish();
        boolean isWanted = isAwaited && !isStale;
        isStale = false;
        if (isWanted && reading.fault() != null) {
            events.add(new ScannerEvent.Garbled(reading.fault(), reading.byteCount()));
        } else if (reading.fault() == null) {
            seen(reading.text(), isWanted, now);
        }
    }

    /** A code that was told and is still held there is in sight, awaited or not. */
    private void seen(String text, boolean isWanted, long now) {
        boolean isSame = text.equals(told) && now < forgetAt;
        if (isSame) {
            forgetAt = now + SAME_MILLIS;
        } else if (isWanted) {
            told = text;
            forgetAt = now + SAME_MILLIS;
            events.add(new ScannerEvent.CodeScanned(text));
        }
    }

    private void drop() {
        reader.forget();
        isStale = false;
        silentAt = Long.MAX_VALUE;
    }

    private LineOutput<ScannerEvent> output() {
        LineOutput<ScannerEvent> output = new LineOutput<>(List.of(), List.copyOf(events));
        events.clear();
        return output;
    }
}
