package org.assistcounter.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assistcounter.kills.HostileProxy.Mischief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An echo behind the proxy. */
@Timeout(60)
class HostileProxyTest {
    private static final int BYTES = 22_000;
    private static final int CONNECTIONS = 40;
    private static final int ANSWER_MILLIS = 800;

    @Test
    void losesMostOfWhatIsSaidUntilItIsHealed() throws Exception {
        byte[] said = new byte[BYTES];
        new SplittableRandom(1).nextBytes(said);
        try (ServerSocket echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HostileProxy proxy = new HostileProxy(echo.getLocalPort(), 7)) {
            Thread.ofVirtual().start(() -> echo(echo));

            long whole = wholeOf(Collections.nCopies(CONNECTIONS, said), proxy.port());

            assertThat(proxy.counts().keySet()).containsExactly(Mischief.values());
            assertThat(whole).isBetween(1L, CONNECTIONS - 1L);

            proxy.heal();
            assertThat(isEchoed(proxy.port(), said)).isTrue();
        }
    }

    private static long wholeOf(List<byte[]> all, int port) throws Exception {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            long whole = 0;
            List<Callable<Boolean>> echoes =
                    all.stream()
                            .<Callable<Boolean>>map(said -> () -> isEchoed(port, said))
                            .toList();
            for (Future<Boolean> echoed : together.invokeAll(echoes)) {
                whole += echoed.get() ? 1 : 0;
            }
            return whole;
        }
    }

    private static boolean isEchoed(int port, byte[] said) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            Thread.ofVirtual().start(() -> say(socket, said));
            return Arrays.equals(socket.getInputStream().readNBytes(said.length), said);
        } catch (IOException e) {
            return false;
        }
    }

    private static void say(Socket socket, byte[] said) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(said);
        } catch (IOException e) {
            // The proxy has cut it.
        }
    }

    private static void echo(ServerSocket port) {
        while (!port.isClosed()) {
            try {
                Socket socket = port.accept();
                Thread.ofVirtual().start(() -> back(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void back(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream()) {
            in.transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // The proxy has cut it.
        }
    }
}
