package org.assistcounter.fleet.link;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that the link turned away.
 *
 * @param claimedId the client id that was given, cut to a sane length
 * @param topic the topic that was meant; empty for a refused connection
 * @param firstBytes the beginning of a refused message in hex
 */
public record Refusal(
        Instant at, String claimedId, String topic, Reason reason, String firstBytes) {

    private static final int TEXT_LENGTH_MAX = 200;
    private static final int BYTES_SHOWN_MAX = 128;

    /** Cuts what a stranger could have made long. */
    public Refusal {
        claimedId = cut(claimedId, TEXT_LENGTH_MAX);
        topic = cut(topic, TEXT_LENGTH_MAX);
        firstBytes = cut(firstBytes, 2 * BYTES_SHOWN_MAX);
    }

    /** Why, and the MQTT 5 reason code by which the client is told. */
    public enum Reason {
        FOREIGN_TOPIC(0x87),
        FOREIGN_SUBSCRIPTION(0x87),
        WRONG_CLIENT_ID(0x85),
        UNKNOWN_COUNTER(0x87),
        SUSPENDED_COUNTER(0x8A),
        REPLACED_CARD(0x8A),
        TOO_MANY(0x97);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        /** The word in metrics. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason code on the wire. */
        public int code() {
            return code;
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
