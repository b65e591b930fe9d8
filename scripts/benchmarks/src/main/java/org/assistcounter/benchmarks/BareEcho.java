package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The least that an answer over this machine's loopback costs while the counter sells: a thread
 * that sends five bytes as often as the board does, and one that sends them back.
 */
final class BareEcho implements AutoCloseable {
    private static final int FRAME_BYTES = 5;

    private final Samples samples = new Samples();
    private final Socket near;
    private final Socket far;
    private final Thread asking;
    private final Thread answering;
    private volatile boolean running = true;

    BareEcho(long periodMillis) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            near = new Socket(door.getInetAddress(), door.getLocalPort());
            far = door.accept();
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        asking = new Thread(() -> ask(periodMillis), "echo-asking");
        answering = new Thread(this::answer, "echo-answering");
    }

    void start() {
        answering.start();
        asking.start();
    }

    /** To be read when it is closed. */
    Samples samples() {
        return samples;
    }

    private void ask(long periodMillis) {
        byte[] frame = new byte[FRAME_BYTES];
        try {
            InputStream in = near.getInputStream();
            OutputStream out = near.getOutputStream();
            while (running) {
                long start = System.nanoTime();
                out.write(frame);
                if (in.readNBytes(frame, 0, FRAME_BYTES) < FRAME_BYTES) {
                    return;
                }
                samples.add(System.nanoTime() - start);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(periodMillis));
            }
        } catch (IOException e) {
            stopped(e);
        }
    }

    private void answer() {
        byte[] frame = new byte[FRAME_BYTES];
        try {
            InputStream in = far.getInputStream();
            OutputStream out = far.getOutputStream();
            while (in.readNBytes(frame, 0, FRAME_BYTES) == FRAME_BYTES) {
                out.write(frame);
            }
        } catch (IOException e) {
            stopped(e);
        }
    }

    private void stopped(IOException cause) {
        if (running) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        LockSupport.unpark(asking);
        try {
            asking.join();
            near.close();
            far.close();
            answering.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
