package org.assistcounter.devices.line;

import java.io.IOException;

/** An open line of bytes to a device. One thread reads and writes; any thread may wake or close. */
public interface Line extends AutoCloseable {

    /** Waits for bytes: how many came, 0 after the time or a wake, -1 when the line is gone. */
    int read(byte[] into, long timeoutMillis) throws IOException;

    /** Writes all of the bytes. */
    void write(byte[] bytes) throws IOException;

    /** Ends the read under way, or the next one if none is. */
    void wake();

    @Override
    void close();
}
