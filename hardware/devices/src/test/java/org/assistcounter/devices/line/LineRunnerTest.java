package org.assistcounter.devices.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The runner over real sockets: two ends, each with its thread. */
class LineRunnerTest {

    private final BlockingQueue<String> near = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> far = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private final TcpListener listener;
    private final LineRunner<String, String> farEnd;
    private final LineRunner<String, String> nearEnd;

    LineRunnerTest() throws IOException {
        listener = new TcpListener(0);
        farEnd =
                new LineRunner<>(
                        "far", listener, new Echo(), far::add, bugs::add, Backoff.OF_LISTENERS);
        nearEnd = nearEnd();
        farEnd.start();
    }

    @AfterEach
    void close() {
        nearEnd.close();
        farEnd.close();
    }

    @Test
    void carriesCommandsOutAndBytesIn() throws Exception {
        nearEnd.start();
        assertThat(next(near)).isEqualTo("opened");

        nearEnd.command("hello");

        assertThat(next(far)).isEqualTo("opened");
        assertThat(next(far)).isEqualTo("received hello");
        assertThat(next(near)).isEqualTo("received ok");
    }

    @Test
    void answersWithinAFewMilliseconds() throws Exception {
        nearEnd.start();
        assertThat(next(near)).isEqualTo("opened");
        long worst = 0;

        for (int i = 0; i < 20; i++) {
            long from = System.nanoTime();
            nearEnd.command("x");
            assertThat(next(near)).isEqualTo("received ok");
            worst = Math.max(worst, System.nanoTime() - from);
        }

        assertThat(TimeUnit.NANOSECONDS.toMillis(worst)).isLessThan(100);
    }

    @Test
    void opensTheLineAgainAndTheNewClientReplacesTheOld() throws Exception {
        nearEnd.start();
        assertThat(next(near)).isEqualTo("opened");
        assertThat(next(far)).isEqualTo("opened");

        try (LineRunner<String, String> second = nearEnd()) {
            second.start();
            assertThat(next(far)).isEqualTo("closed");
            assertThat(next(far)).isEqualTo("opened");
            assertThat(near).contains("opened");
        }
    }

    @Test
    void hearsCommandsWhileTheLineIsClosed() throws Exception {
        farEnd.close();
        nearEnd.start();

        nearEnd.command("hello");

        assertThat(next(near)).isEqualTo("closed hello");
    }

    @Test
    void handsABugOutAndStops() throws Exception {
        nearEnd.start();
        assertThat(next(near)).isEqualTo("opened");

        nearEnd.command("bug");

        assertThat(bugs.poll(5, TimeUnit.SECONDS)).hasMessage("bug");
    }

    @Test
    void refusesMoreCommandsThanMayWait() {
        for (int i = 0; i < 64; i++) {
            nearEnd.command("x");
        }

        assertThatThrownBy(() -> nearEnd.command("x")).isInstanceOf(IllegalStateException.class);
    }

    /** A chip without power: its bus opens, and nothing written to it is heard. */
    @Test
    void opensALineThatDiesAtOnceNoMoreOftenThanOneThatIsAway() throws Exception {
        AtomicInteger openings = new AtomicInteger();
        LineOpener deaf =
                () -> {
                    openings.incrementAndGet();
                    return new DeadLine();
                };
        var runner =
                new LineRunner<>(
                        "deaf", deaf, new Echo(), near::add, bugs::add, new Backoff(50, 50));
        try (runner) {
            runner.start();
            Thread.sleep(500);
        }

        assertThat(openings.get()).isBetween(2, 12);
        assertThat(bugs).isEmpty();
    }

    /** Opens, and is gone. */
    private record DeadLine() implements Line {
        @Override
        public int read(byte[] into, long timeoutMillis) {
            return -1;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            throw new IOException("nobody hears");
        }

        @Override
        public void wake() {}

        @Override
        public void close() {}
    }

    private LineRunner<String, String> nearEnd() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port());
        return new LineRunner<>(
                "near",
                TcpLine.opener(address),
                new Echo(),
                near::add,
                bugs::add,
                new Backoff(10, 50));
    }

    private static String next(BlockingQueue<String> events) throws InterruptedException {
        String event = events.poll(5, TimeUnit.SECONDS);
        return event == null ? "nothing" : event;
    }

    /** Sends its commands, answers everything but ok with ok, and tells what happens. */
    private static final class Echo implements LineDriver<String, String> {

        private boolean open;

        @Override
        public LineOutput<String> opened(long nowMillis) {
            open = true;
            return new LineOutput<>(List.of(), List.of("opened"));
        }

        @Override
        public LineOutput<String> closed(long nowMillis) {
            open = false;
            return new LineOutput<>(List.of(), List.of("closed"));
        }

        @Override
        public LineOutput<String> received(byte[] bytes, long nowMillis) {
            String text = new String(bytes, StandardCharsets.US_ASCII);
            List<byte[]> answer = text.equals("ok") ? List.of() : List.of(bytes("ok"));
            return new LineOutput<>(answer, List.of("received " + text));
        }

        @Override
        public LineOutput<String> commanded(String command, long nowMillis) {
            if (command.equals("bug")) {
                throw new IllegalStateException("bug");
            }
            return open
                    ? new LineOutput<>(List.of(bytes(command)), List.of())
                    : new LineOutput<>(List.of(), List.of("closed " + command));
        }

        @Override
        public LineOutput<String> elapsed(long nowMillis) {
            return LineOutput.none();
        }

        @Override
        public long deadlineMillis() {
            return Long.MAX_VALUE;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
