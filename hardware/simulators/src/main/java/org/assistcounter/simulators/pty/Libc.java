package org.assistcounter.simulators.pty;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The calls of the C library that a pseudo-terminal needs (POSIX.1-2008, termios of Linux). */
final class Libc {

    /** Larger than any struct termios of Linux. */
    static final int TERMIOS_BYTES = 256;

    /** A struct pollfd: int fd, short events, short revents. */
    static final int POLL_BYTES = 8;

    static final short POLL_IN = 1;
    static final int READ_WRITE_NOT_CONTROLLING = 0x102;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout LONG = ValueLayout.JAVA_LONG;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle OPEN_PT = function("posix_openpt", INT, INT);
    private static final MethodHandle GRANT_PT = function("grantpt", INT, INT);
    private static final MethodHandle UNLOCK_PT = function("unlockpt", INT, INT);
    private static final MethodHandle PTS_NAME = function("ptsname_r", INT, INT, POINTER, LONG);
    private static final MethodHandle OPEN = function("open", INT, POINTER, INT);
    private static final MethodHandle GET_ATTR = function("tcgetattr", INT, INT, POINTER);
    private static final MethodHandle SET_ATTR = function("tcsetattr", INT, INT, INT, POINTER);
    private static final MethodHandle MAKE_RAW =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("cfmakeraw"),
                    FunctionDescriptor.ofVoid(POINTER));
    private static final MethodHandle PIPE = function("pipe", INT, POINTER);
    private static final MethodHandle POLL = function("poll", INT, POINTER, LONG, INT);
    private static final MethodHandle READ = function("read", LONG, INT, POINTER, LONG);
    private static final MethodHandle WRITE = function("write", LONG, INT, POINTER, LONG);
    private static final MethodHandle CLOSE = function("close", INT, INT);

    private Libc() {}

    private static MethodHandle function(
            String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    /** A call that says -1 when it fails, or another number than 0. */
    private interface Call {
        long result() throws Throwable;
    }

    private static long checked(String name, Call call) throws IOException {
        try {
            long result = call.result();
            if (result < 0) {
                throw new IOException(name + " failed");
            }
            return result;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The master of a new pair, whose slave may be opened. */
    static int openMaster() throws IOException {
        int master =
                (int)
                        checked(
                                "posix_openpt",
                                () -> (int) OPEN_PT.invokeExact(READ_WRITE_NOT_CONTROLLING));
        checked("grantpt", () -> (int) GRANT_PT.invokeExact(master));
        checked("unlockpt", () -> (int) UNLOCK_PT.invokeExact(master));
        return master;
    }

    static String slaveName(int master, MemorySegment buffer) throws IOException {
        long size = buffer.byteSize();
        if (checked("ptsname_r", () -> (int) PTS_NAME.invokeExact(master, buffer, size)) != 0) {
            throw new IOException("ptsname_r failed");
        }
        return buffer.getString(0);
    }

    /** Opens a terminal and switches off echo, lines and signals. */
    static int openRaw(MemorySegment name, MemorySegment termios) throws IOException {
        int slave =
                (int)
                        checked(
                                "open",
                                () -> (int) OPEN.invokeExact(name, READ_WRITE_NOT_CONTROLLING));
        checked("tcgetattr", () -> (int) GET_ATTR.invokeExact(slave, termios));
        checked(
                "cfmakeraw",
                () -> {
                    MAKE_RAW.invokeExact(termios);
                    return 0;
                });
        checked("tcsetattr", () -> (int) SET_ATTR.invokeExact(slave, 0, termios));
        return slave;
    }

    static void pipe(MemorySegment twoInts) throws IOException {
        checked("pipe", () -> (int) PIPE.invokeExact(twoInts));
    }

    static void poll(MemorySegment entries, int count, int timeoutMillis) throws IOException {
        long entryCount = count;
        checked("poll", () -> (int) POLL.invokeExact(entries, entryCount, timeoutMillis));
    }

    static int read(int file, MemorySegment into) throws IOException {
        long size = into.byteSize();
        return (int) checked("read", () -> (long) READ.invokeExact(file, into, size));
    }

    static int write(int file, MemorySegment bytes) throws IOException {
        long size = bytes.byteSize();
        return (int) checked("write", () -> (long) WRITE.invokeExact(file, bytes, size));
    }

    static void close(int file) throws IOException {
        checked("close", () -> (int) CLOSE.invokeExact(file));
    }
}
