package org.assistcounter.protocol.sync;

import java.util.Optional;
import org.assistcounter.protocol.identity.CounterId;

/**
 * The MQTT topics of a counter: {@code v1/up/hello/<id>}, {@code v1/down/sync/<id>}. A counter
 * publishes and subscribes only where its own id is the last level; the broker enforces it by the
 * certificate's name. The id is last since a broker keeps filters in a tree: a counter is one leaf
 * of it then and no branch, which takes 1.5 KB less of Mosquitto's memory.
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

    /** What the fleet subscribes to. */
    public static final String UPLINKS = "v1/up/#";

    private static final int SUFFIX_MAX = 64;
    private static final String UP = "v1/up/";
    private static final String DOWN = "v1/down/";

    private Topics() {}

    /** Where a counter publishes. */
    public static String up(CounterId counter, String suffix) {
        return UP + suffix + "/" + counter.hex();
    }

    /** Where the fleet publishes for a counter. */
    public static String down(CounterId counter, String suffix) {
        return DOWN + suffix + "/" + counter.hex();
    }

    /** What a counter subscribes to. */
    public static String downlinks(CounterId counter) {
        return down(counter, "+");
    }

    /** What is told there; empty where the topic is no uplink of this counter. */
    public static Optional<String> upSuffix(CounterId counter, String topic) {
        return suffix(UP, counter, topic);
    }

    /** What is told there; empty where the topic is no downlink of this counter. */
    public static Optional<String> downSuffix(CounterId counter, String topic) {
        return suffix(DOWN, counter, topic);
    }

    /** Whose an uplink says to be; empty where it is none. */
    public static Optional<CounterId> counter(String topic) {
        return topic.startsWith(UP)
                ? CounterId.parse(topic.substring(topic.lastIndexOf('/') + 1))
                : Optional.empty();
    }

    private static Optional<String> suffix(String begin, CounterId counter, String topic) {
        String end = "/" + counter.hex();
        if (!topic.startsWith(begin)
                || !topic.endsWith(end)
                || topic.length() <= begin.length() + end.length()) {
            return Optional.empty();
        }
        String suffix = topic.substring(begin.length(), topic.length() - end.length());
        return suffix.indexOf('/') < 0 && suffix.length() <= SUFFIX_MAX
                ? Optional.of(suffix)
                : Optional.empty();
    }
}
