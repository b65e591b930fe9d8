package org.assistcounter.scripts.launcher;

import java.net.URI;

/** What a browser on this machine types. */
public final class Addresses {

    private Addresses() {}

    /** The fleet's pages. */
    public static URI fleet(Ports ports) {
        return at(ports.http());
    }

    /** The shopper's screen. */
    public static URI screen(Ports ports) {
        return at(ports.screen());
    }

    /** The bench's page. */
    public static URI bench(Ports ports) {
        return at(ports.bench());
    }

    private static URI at(int port) {
        return URI.create("http://localhost:" + port);
    }
}
