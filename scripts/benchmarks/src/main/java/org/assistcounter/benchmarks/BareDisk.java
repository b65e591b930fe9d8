package org.assistcounter.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The least that durable costs here: append so many bytes to a file and sync it. */
final class BareDisk implements AutoCloseable {
    private final FileChannel file;
    private final Samples samples = new Samples();

    BareDisk(Path folder) throws IOException {
        file =
                FileChannel.open(
                        folder.resolve("bare"),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE);
    }

    void append(int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        long start = System.nanoTime();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        file.force(false);
        samples.add(System.nanoTime() - start);
    }

    Samples samples() {
        return samples;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
