package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.identity.CounterId;

/**
 * The MQTT topics of a counter. A counter publishes only below its own {@code up} and subscribes
 * only below its own {@code down}; the broker enforces it by the certificate's name.
 */
public final class Topics {
    /** After a connection: where the counter's journal stands ({@link Hello}). */
    public static final String HELLO = "hello";

    /** Records ({@link JournalBatch}). */
    public static final String JOURNAL = "journal";

    /** A question while a shopper waits. */
    public static final String ASK = "ask";

    /** By which desired state the counter sells ({@link ReportedState}). */
    public static final String REPORTED = "reported";

    /** The connection has ended: the counter's last will, said by the broker. No body. */
    public static final String GONE = "gone";

    /** What to send next ({@link SyncAnswer}). */
    public static final String SYNC = "sync";

    /** A signed {@link Refusal}. */
    public static final String REFUSAL = "refusal";

    /** A signed {@link CheckpointNote}. */
    public static final String CHECKPOINT = "checkpoint";

    /** By what the counter shall sell, signed ({@code SignedState}). */
    public static final String DESIRED = "desired";

    /** The signed answer to a question. */
    public static final String ANSWER = "answer";

    private static final String VERSION = "v1";

    private Topics() {}

    public static String up(CounterId counter, String suffix) {
        return VERSION + "/" + counter.hex() + "/up/" + suffix;
    }

    public static String down(CounterId counter, String suffix) {
        return VERSION + "/" + counter.hex() + "/down/" + suffix;
    }
}
