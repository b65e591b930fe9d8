package org.assistcounter.virtualcounters;

import java.net.InetSocketAddress;

/**
 * From which of this machine's addresses a connection comes: one address has some 28,000 ports, and
 * several processes share them, so each has addresses of its own. None of them is 127.0.0.1, where
 * a server that starts again needs its port.
 */
final class Sources {
    private static final int CONNECTIONS_AN_ADDRESS = 12_000;
    private static final int SQUAD = Integer.getInteger("assistcounter.squad", 0);

    private Sources() {}

    /** For the counter of this number; any, where the other side is not on this machine. */
    static InetSocketAddress of(int card, InetSocketAddress other) {
        return other.getAddress().isLoopbackAddress()
                ? new InetSocketAddress(
                        "127.0.%d.%d".formatted(1 + SQUAD, 1 + card / CONNECTIONS_AN_ADDRESS), 0)
                : new InetSocketAddress(0);
    }
}
