package org.assistcounter.benchmarks;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.scanner.ScannerCommand;
import org.assistcounter.devices.scanner.ScannerEvent;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.JournalRecord;

/** When the end of a code was read from the scanner's line, and when its charge was ready to go. */
final class ScanStamps implements Probe {
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore listening = new Semaphore(0);
    private volatile long codeArrived;
    private volatile long questionReady;
    private volatile int bytesAppended;

    /** Waits until the scanner's driver awaits a code. */
    boolean awaitsCode(long millis) throws InterruptedException {
        return listening.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    /** Waits for the charge; false when none comes. */
    boolean hasAsked(long millis) throws InterruptedException {
        return asked.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    long codeToQuestionNanos() {
        return questionReady - codeArrived;
    }

    /** The size of the append before the charge. */
    int bytesAppended() {
        return bytesAppended;
    }

    @Override
    public LineDriver<ScannerCommand, ScannerEvent> scanner(
            LineDriver<ScannerCommand, ScannerEvent> driver) {
        return new WrappedDriver<>(driver) {
            @Override
            public LineOutput<ScannerEvent> received(byte[] bytes, long nowMillis) {
                codeArrived = System.nanoTime();
                return super.received(bytes, nowMillis);
            }

            @Override
            public LineOutput<ScannerEvent> commanded(ScannerCommand command, long nowMillis) {
                LineOutput<ScannerEvent> output = super.commanded(command, nowMillis);
                if (command instanceof ScannerCommand.Await) {
                    listening.release();
                }
                return output;
            }
        };
    }

    @Override
    public JournalStore store(JournalStore store) {
        return new WrappedStore(store) {
            @Override
            public void append(List<JournalRecord> records) {
                super.append(records);
                bytesAppended = records.stream().mapToInt(r -> r.bytes().length).sum();
            }
        };
    }

    @Override
    public void asked(Question question) {
        if (question instanceof Question.ChargeCode) {
            questionReady = System.nanoTime();
            asked.release();
        }
    }
}
