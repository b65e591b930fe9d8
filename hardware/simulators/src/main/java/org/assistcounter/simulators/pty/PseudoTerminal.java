package org.assistcounter.simulators.pty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.line.LineOpener;

/**
 * The far end of a serial cable whose near end is a device such as {@code /dev/pts/3}. As with a
 * real cable, this end does not notice who opens or closes the other; what is said while nobody has
 * it open waits, up to what the kernel holds. Linux only.
 */
public final class PseudoTerminal implements LineOpener {

    private static final int NAME_BYTES = 64;
    private static final int BUFFER_BYTES = 512;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment files = arena.allocate(2L * Libc.POLL_BYTES, Integer.BYTES);
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
    private final MemorySegment knock = arena.allocate(1);
    private final int master;
    private final int slave;
    private final int knockHeard;
    private final int knockSaid;
    private final String device;
    private boolean isClosed;

    /** Makes a pair. Its near end is kept open and raw, so that nothing is echoed. */
    public PseudoTerminal() throws IOException {
        master = Libc.openMaster();
        device = Libc.slaveName(master, arena.allocate(NAME_BYTES));
        slave = Libc.openRaw(arena.allocateFrom(device), arena.allocate(Libc.TERMIOS_BYTES, 8));
        MemorySegment pipe = arena.allocate(2L * Integer.BYTES, Integer.BYTES);
        Libc.pipe(pipe);
        knockHeard = pipe.getAtIndex(ValueLayout.JAVA_INT, 0);
        knockSaid = pipe.getAtIndex(ValueLayout.JAVA_INT, 1);
        watch(0, master);
        watch(1, knockHeard);
    }

    private void watch(int index, int file) {
        long at = (long) index * Libc.POLL_BYTES;
        files.set(ValueLayout.JAVA_INT, at, file);
        files.set(ValueLayout.JAVA_SHORT, at + 4, Libc.POLL_IN);
    }

    private boolean isReady(int index) {
        return files.get(ValueLayout.JAVA_SHORT, (long) index * Libc.POLL_BYTES + 6) != 0;
    }

    /** What the driver opens. */
    public String device() {
        return device;
    }

    @Override
    public Line open() {
        return new FarEnd();
    }

    /** Pulls the cable out at both ends. */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            for (int file : new int[] {slave, master, knockHeard, knockSaid}) {
                Libc.close(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            arena.close();
        }
    }

    private synchronized void knock() {
        if (isClosed) {
            return;
        }
        try {
            Libc.write(knockSaid, knock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class FarEnd implements Line {

        @Override
        public int read(byte[] into, long timeoutMillis) throws IOException {
            Libc.poll(files, 2, Math.clamp(timeoutMillis, 0, Integer.MAX_VALUE));
            if (isReady(1)) {
                Libc.read(knockHeard, buffer);
            }
            if (!isReady(0)) {
                return 0;
            }
            int most = Math.min(into.length, BUFFER_BYTES);
            int count = Libc.read(master, buffer.asSlice(0, most));
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, count);
            return count;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            try (Arena here = Arena.ofConfined()) {
                MemorySegment rest = here.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
                while (rest.byteSize() > 0) {
                    rest = rest.asSlice(Libc.write(master, rest));
                }
            }
        }

        @Override
        public void wake() {
            knock();
        }

        /** The pair outlives its lines. */
        @Override
        public void close() {}
    }
}
