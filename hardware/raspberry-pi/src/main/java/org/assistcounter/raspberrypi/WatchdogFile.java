package org.assistcounter.raspberrypi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The kernel's watchdog, usually {@code /dev/watchdog} (kernel documentation, watchdog-api): open
 * starts it, any write feeds it, 'V' before the close stops it. Closed without 'V' it resets the
 * machine after its time (at most 15 s on a Pi); a kernel with {@code nowayout} always does.
 */
public final class WatchdogFile implements AutoCloseable {

    private static final byte FOOD = 0;
    private static final byte MAGIC_CLOSE = 'V';

    private final FileChannel file;

    private WatchdogFile(FileChannel file) {
        this.file = file;
    }

    /** Opens and thereby starts a watchdog. */
    public static WatchdogFile open(Path device) throws IOException {
        return new WatchdogFile(FileChannel.open(device, StandardOpenOption.WRITE));
    }

    /** Puts the reset off once more. */
    public void feed() throws IOException {
        write(FOOD);
    }

    /** Stops the watchdog: an orderly end must not look like a hang. */
    public void disarm() throws IOException {
        write(MAGIC_CLOSE);
    }

    /** Closes the file. Unless it was disarmed just before, the machine will be reset. */
    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(byte value) throws IOException {
        ByteBuffer one = ByteBuffer.wrap(new byte[] {value});
        while (one.hasRemaining()) {
            file.write(one);
        }
    }
}
