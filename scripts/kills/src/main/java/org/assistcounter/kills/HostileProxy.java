package org.assistcounter.kills;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between the counter and the broker that cuts, stalls, dribbles and swallows. What it
 * does to a connection is drawn when the connection is made. Once it is healed it only forwards.
 */
final class HostileProxy implements AutoCloseable {
    private static final int BUFFER = 4_096;
    private static final long STALL_MILLIS = 3_000;
    private static final int LIFE_BYTES_MAX = 20_000;

    /** What becomes of a connection. */
    enum Mischief {
        /** Nothing. */
        FORWARD,
        /** It is reset after some bytes from the counter, in the middle of a message. */
        CUT_UP,
        /** It is reset after some bytes from the broker. */
        CUT_DOWN,
        /** After some bytes nothing passes for seconds, and then all of it. */
        STALL,
        /** A few bytes at a time. */
        DRIBBLE,
        /** What the counter says after some bytes goes nowhere. */
        SWALLOW
    }

    private final ServerSocket port;
    private final int broker;
    private final SplittableRandom random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Mischief, Integer> counts = new EnumMap<>(Mischief.class);
    private volatile boolean isHealed;

    HostileProxy(int broker, long seed) throws IOException {
        this.broker = broker;
        this.random = new SplittableRandom(seed);
        port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("hostile-proxy").start(this::accept);
    }

    int port() {
        return port.getLocalPort();
    }

    /** From now on everything passes; what is open is cut once more. */
    void heal() {
        isHealed = true;
        open.forEach(HostileProxy::reset);
    }

    synchronized Map<Mischief, Integer> counts() {
        return new EnumMap<>(counts);
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                Socket counter = port.accept();
                Thread.ofVirtual().start(() -> join(counter));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void join(Socket counter) {
        open.add(counter);
        try {
            Socket fleet = new Socket(InetAddress.getLoopbackAddress(), broker);
            open.add(fleet);
            Drawn drawn = draw();
            Thread.ofVirtual().start(() -> pump(fleet, counter, drawn.down()));
            pump(counter, fleet, drawn.up());
        } catch (IOException e) {
            reset(counter);
        }
    }

    private record Drawn(Way up, Way down) {}

    private record Way(Mischief mischief, long after) {}

    private synchronized Drawn draw() {
        Mischief[] all = Mischief.values();
        Mischief mischief = isHealed ? Mischief.FORWARD : all[random.nextInt(all.length)];
        counts.merge(mischief, 1, Integer::sum);
        Way way = new Way(mischief, random.nextInt(1, LIFE_BYTES_MAX));
        Way straight = new Way(Mischief.FORWARD, 0);
        return mischief == Mischief.CUT_DOWN || mischief == Mischief.STALL
                ? new Drawn(straight, way)
                : new Drawn(way, straight);
    }

    private void pump(Socket from, Socket to, Way way) {
        byte[] buffer = new byte[BUFFER];
        long passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int most = way.mischief() == Mischief.DRIBBLE ? 7 : BUFFER;
            for (int count = in.read(buffer, 0, most);
                    count >= 0;
                    count = in.read(buffer, 0, most)) {
                boolean isDue = passed + count > way.after() && !isHealed;
                passed += count;
                if (isDue && !passes(way.mischief(), from, to)) {
                    continue;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            reset(from);
            reset(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** False when these bytes go nowhere. */
    private static boolean passes(Mischief mischief, Socket from, Socket to) {
        switch (mischief) {
            case CUT_UP, CUT_DOWN -> {
                reset(from);
                reset(to);
            }
            case STALL -> pause(STALL_MILLIS);
            case DRIBBLE -> pause(1);
            case FORWARD, SWALLOW -> {}
        }
        return mischief != Mischief.SWALLOW;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With RST, as a network does that is gone. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed already, which is what was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        open.forEach(HostileProxy::reset);
    }
}
