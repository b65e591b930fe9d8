package org.assistcounter.devices.line;

/** How long to wait before a line is opened again: doubled after each failure, up to a bound. */
public record Backoff(long firstMillis, long mostMillis) {

    /** For a device: soon after a hiccup, not busily while it is unplugged. */
    public static final Backoff OF_DEVICES = new Backoff(100, 3_000);

    /** For the listening end, which only looks whether a client has come. */
    public static final Backoff OF_LISTENERS = new Backoff(20, 20);

    public Backoff {
        if (firstMillis < 1 || mostMillis < firstMillis) {
            throw new IllegalArgumentException(firstMillis + ".." + mostMillis);
        }
    }

    long after(long millis) {
        return millis == 0 ? firstMillis : Math.min(mostMillis, millis * 2);
    }
}
