package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One agent per data folder: two would write one journal. The system frees it when we die. */
final class DataLock implements AutoCloseable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        data.resolve("agent.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new DataLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new SettingsException("another agent runs on " + data, e);
        }
        channel.close();
        throw new SettingsException("another agent runs on " + data);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
