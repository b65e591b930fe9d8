package org.assistcounter.counter.link;

import java.util.function.BiConsumer;

/** A connection that may be there or not. Publishing without one does nothing. */
public interface FleetConnection {

    /**
     * Tries once to connect, when it is this counter's turn; false when the fleet cannot be reached
     * now.
     *
     * @param spreadMillis over how long counters are to come back
     */
    boolean open(long spreadMillis) throws InterruptedException;

    boolean isOpen();

    void publish(String suffix, byte[] payload);

    /** Told of each message with the topic's last part; called on the client's thread. */
    void onMessage(BiConsumer<String, byte[]> receiver);

    /** Told when the connection is gone; called on the client's thread. */
    void onLost(Runnable listener);

    void close();
}
