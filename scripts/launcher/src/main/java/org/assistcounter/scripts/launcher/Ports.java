package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything listens, on this machine only. The two lines to the simulated reader and board
 * have no option: any free port serves them.
 */
public record Ports(int http, int screen, int bench, int mqtt, int database) {

    /** The ports that people know. */
    public static final Ports STANDARD = new Ports(8080, 8081, 8082, 8883, 54329);

    /** Five ports that are free now. */
    public static Ports free() {
        List<Integer> free = free(5);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }

    /** Different free ports; all are held until the last is found. */
    static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new Refusal("This machine has no free port: " + e.getMessage());
        } finally {
            held.forEach(Ports::release);
        }
    }

    /**
     * Refuses when somebody else listens on one of them.
     *
     * @param isDatabaseOurs whether the database of this data runs already and will be gone on with
     */
    void refuseTaken(boolean isDatabaseOurs) {
        List<String> taken = new ArrayList<>();
        note(taken, http, "the fleet's pages", "--http-port");
        note(taken, screen, "the shopper's screen", "--screen-port");
        note(taken, bench, "the bench", "--bench-port");
        note(taken, mqtt, "the broker", "--mqtt-port");
        if (!isDatabaseOurs) {
            note(taken, database, "the database", "--database-port");
        }
        if (!taken.isEmpty()) {
            throw new Refusal(String.join("\n", taken));
        }
    }

    private static void note(List<String> taken, int port, String what, String option) {
        if (!isFree(port)) {
            taken.add(
                    "Port %d, wanted for %s, is in use by another program. Give another with %s."
                            .formatted(port, what, option));
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException inUse) {
            return false;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new Refusal("A port could not be released: " + e.getMessage());
        }
    }
}
