package org.assistcounter.devices.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The far end of a TCP line, for simulators: listens on loopback only, has one client at a time,
 * and a new client replaces the one before, as a plug that is put in again does.
 */
public final class TcpListener implements LineOpener {

    private final ServerSocketChannel server;
    private @Nullable SocketChannel next;

    /** Listens on a loopback port; 0 for any. */
    public TcpListener(int port) throws IOException {
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.configureBlocking(false);
    }

    /** The port in use. */
    public int port() throws IOException {
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    @Override
    public Line open() throws IOException {
        hasNewClient();
        SocketChannel client = next;
        next = null;
        if (client == null) {
            throw new IOException("no client yet");
        }
        return new TcpLine(client, this::hasNewClient);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asked by the one thread that also opens; a read wakes often enough for a new client. */
    private boolean hasNewClient() {
        try {
            SocketChannel client = server.accept();
            SocketChannel older = next;
            if (client != null && older != null) {
                older.close();
            }
            next = client == null ? older : client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next != null;
    }
}
