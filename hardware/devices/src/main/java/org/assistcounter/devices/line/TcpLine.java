package org.assistcounter.devices.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;

/**
 * A line over TCP. It selects instead of blocking in a read, so that a reader can be woken at once:
 * a poll that has come must not wait for a command, nor a command for a poll.
 */
public final class TcpLine implements Line {

    private static final long CONNECT_MILLIS = 1_000;
    private static final long WRITE_MILLIS = 2_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final BooleanSupplier replaced;

    /** A line on a connected channel, which ends when another one has replaced it. */
    TcpLine(SocketChannel channel, BooleanSupplier replaced) throws IOException {
        this.channel = channel;
        this.replaced = replaced;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
    }

    /** How to connect to an address; a connection that takes more than a second is given up. */
    public static LineOpener opener(InetSocketAddress address) {
        return () -> {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.socket().connect(address, (int) CONNECT_MILLIS);
                return new TcpLine(channel, () -> false);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        };
    }

    @Override
    public int read(byte[] into, long timeoutMillis) throws IOException {
        if (timeoutMillis <= 0) {
            selector.selectNow();
        } else {
            selector.select(timeoutMillis);
        }
        if (!selector.isOpen() || replaced.getAsBoolean()) {
            return -1;
        }
        selector.selectedKeys().clear();
        return channel.read(ByteBuffer.wrap(into));
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        long giveUpAt = System.nanoTime() + WRITE_MILLIS * 1_000_000;
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0) {
                if (System.nanoTime() - giveUpAt > 0) {
                    throw new IOException("The other side takes no bytes.");
                }
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
