package org.assistcounter.benchmarks;

import java.util.List;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * When the approval of one sale arrived, was signed, was on disk, and had become a motor command.
 * The shipped drivers and store are wrapped, not changed; only the moments are taken beside them.
 */
final class ApprovalStamps implements Probe {
    private volatile long approvalArrived;
    private volatile long commandSealed;
    private volatile long commandDurable;
    private volatile long commandReady;
    private volatile int bytesAppended;

    long approvalToSealedNanos() {
        return commandSealed - approvalArrived;
    }

    long approvalToDurableNanos() {
        return commandDurable - approvalArrived;
    }

    long approvalToReadyNanos() {
        return commandReady - approvalArrived;
    }

    /** The size of the append that held the command. */
    int bytesAppended() {
        return bytesAppended;
    }

    /** Takes the moment in which the bytes of an approval were read from the socket. */
    @Override
    public LineDriver<CashlessCommand, CashlessEvent> reader(
            LineDriver<CashlessCommand, CashlessEvent> driver) {
        return new WrappedDriver<>(driver) {
            @Override
            public LineOutput<CashlessEvent> received(byte[] bytes, long nowMillis) {
                long arrived = System.nanoTime();
                LineOutput<CashlessEvent> output = super.received(bytes, nowMillis);
                if (output.events().stream()
                        .anyMatch(CashlessEvent.VendApproved.class::isInstance)) {
                    approvalArrived = arrived;
                }
                return output;
            }
        };
    }

    /** Takes the moment in which the board's driver has the command for the next poll. */
    @Override
    public LineDriver<DispenserCommand, DispenserEvent> board(
            LineDriver<DispenserCommand, DispenserEvent> driver) {
        return new WrappedDriver<>(driver) {
            @Override
            public LineOutput<DispenserEvent> commanded(DispenserCommand command, long nowMillis) {
                LineOutput<DispenserEvent> output = super.commanded(command, nowMillis);
                commandReady = System.nanoTime();
                return output;
            }
        };
    }

    /** Takes the moment in which an append has returned; the motor command's is the last before. */
    @Override
    public JournalStore store(JournalStore store) {
        return new TimedStore(store);
    }

    private final class TimedStore extends WrappedStore {
        /** The type of a motor command in a record's header. */
        private static final int DISPENSE_COMMANDED = 13;

        TimedStore(JournalStore store) {
            super(store);
        }

        @Override
        public void append(List<JournalRecord> records) {
            long start = System.nanoTime();
            super.append(records);
            long done = System.nanoTime();
            if (records.stream().anyMatch(r -> r.header().type() == DISPENSE_COMMANDED)) {
                commandSealed = start;
                commandDurable = done;
                bytesAppended = records.stream().mapToInt(r -> r.bytes().length).sum();
            }
        }
    }
}
