package org.assistcounter.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * When the approval of one sale arrived, was on disk, and had become a motor command. The shipped
 * drivers and store are wrapped, not changed; only the three moments are taken beside them.
 */
final class Stamps {
    private volatile long approvalArrived;
    private volatile long commandDurable;
    private volatile long commandReady;
    private volatile int bytesAppended;

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
    LineDriver<CashlessCommand, CashlessEvent> reader(
            LineDriver<CashlessCommand, CashlessEvent> driver) {
        return new Wrapped<>(driver) {
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
    LineDriver<DispenserCommand, DispenserEvent> board(
            LineDriver<DispenserCommand, DispenserEvent> driver) {
        return new Wrapped<>(driver) {
            @Override
            public LineOutput<DispenserEvent> commanded(DispenserCommand command, long nowMillis) {
                LineOutput<DispenserEvent> output = super.commanded(command, nowMillis);
                commandReady = System.nanoTime();
                return output;
            }
        };
    }

    /** Takes the moment in which an append has returned; the motor command's is the last before. */
    JournalStore store(JournalStore store) {
        return new TimedStore(store);
    }

    private static class Wrapped<C, E> implements LineDriver<C, E> {
        private final LineDriver<C, E> driver;

        Wrapped(LineDriver<C, E> driver) {
            this.driver = driver;
        }

        @Override
        public LineOutput<E> opened(long nowMillis) {
            return driver.opened(nowMillis);
        }

        @Override
        public LineOutput<E> closed(long nowMillis) {
            return driver.closed(nowMillis);
        }

        @Override
        public LineOutput<E> received(byte[] bytes, long nowMillis) {
            return driver.received(bytes, nowMillis);
        }

        @Override
        public LineOutput<E> commanded(C command, long nowMillis) {
            return driver.commanded(command, nowMillis);
        }

        @Override
        public LineOutput<E> elapsed(long nowMillis) {
            return driver.elapsed(nowMillis);
        }

        @Override
        public long deadlineMillis() {
            return driver.deadlineMillis();
        }
    }

    private final class TimedStore implements JournalStore {
        /** The type of a motor command in a record's header. */
        private static final int DISPENSE_COMMANDED = 13;

        private final JournalStore store;

        TimedStore(JournalStore store) {
            this.store = store;
        }

        @Override
        public void append(List<JournalRecord> records) {
            store.append(records);
            long done = System.nanoTime();
            if (records.stream().anyMatch(r -> r.header().type() == DISPENSE_COMMANDED)) {
                commandDurable = done;
                bytesAppended = records.stream().mapToInt(r -> r.bytes().length).sum();
            }
        }

        @Override
        public List<byte[]> read(long fromSeq, int limit) {
            return store.read(fromSeq, limit);
        }

        @Override
        public void forEach(Consumer<byte[]> consumer) {
            store.forEach(consumer);
        }

        @Override
        public long newestSeq() {
            return store.newestSeq();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
