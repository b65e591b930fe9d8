package org.assistcounter.fleet.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address and a port to listen on. Without an address it is the loopback address: whoever wants
 * the server on a network has to say so.
 */
public record Listener(String address, int port) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    /** Puts the loopback address where none was given. */
    public Listener(@Nullable String address, int port) {
        this.address = address == null || address.isBlank() ? "127.0.0.1" : address;
        this.port = port;
        checkPort("The port of a listener", port);
    }

    /** Whether only programs on this machine can connect. */
    public boolean isLoopback() {
        return LOOPBACK.contains(address);
    }

    static void checkPort(String name, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    name + " must be from 1 to 65535, but is " + port + ".");
        }
    }
}
