package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ports for servers of our own, below those that the system gives to outgoing connections: of tens
 * of thousands one would take the port of a server that is about to start again.
 */
final class Ports {
    private static final int FIRST = 15_000;
    private static final int AFTER_LAST = 32_000;

    private Ports() {}

    /** Such that nobody uses at this moment. */
    static List<Integer> free(int count) {
        List<Integer> all = new ArrayList<>(IntStream.range(FIRST, AFTER_LAST).boxed().toList());
        Collections.shuffle(all);
        List<Integer> free = all.stream().filter(Ports::isFree).limit(count).toList();
        if (free.size() < count) {
            throw new LoadFailed("this machine has no free port");
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
