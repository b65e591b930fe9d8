package org.assistcounter.fleet.link;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;

/**
 * One message of one counter, whose certificate the broker has checked. A class and not a record,
 * since bytes have to be compared by content.
 */
public final class Uplink {

    private final CounterId counter;
    private final String suffix;
    private final byte[] payload;
    private final @Nullable Reply reply;
    private final Instant receivedAt;

    /** A message as it came. */
    public Uplink(
            CounterId counter,
            String suffix,
            byte[] payload,
            @Nullable Reply reply,
            Instant receivedAt) {
        this.counter = counter;
        this.suffix = suffix;
        this.payload = payload.clone();
        this.reply = reply;
        this.receivedAt = receivedAt;
    }

    /** Who sent it. */
    public CounterId counter() {
        return counter;
    }

    /** What its topic says that it is, such as `journal` or `hello`. */
    public String suffix() {
        return suffix;
    }

    /** Its exact bytes. */
    public byte[] payload() {
        return payload.clone();
    }

    /** Where an answer is expected; null when none is. */
    public @Nullable Reply reply() {
        return reply;
    }

    /** When it reached the fleet. */
    public Instant receivedAt() {
        return receivedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Uplink that
                && counter.equals(that.counter)
                && suffix.equals(that.suffix)
                && Arrays.equals(payload, that.payload)
                && Objects.equals(reply, that.reply)
                && receivedAt.equals(that.receivedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(counter, suffix, Arrays.hashCode(payload), reply, receivedAt);
    }

    @Override
    public String toString() {
        return counter + "/" + suffix + " (" + payload.length + " bytes)";
    }

    /**
     * Where a question's answer goes: give both to {@link Downlink}.
     *
     * @param suffix what the answer is told as; a topic of another counter is never offered here
     * @param correlation in hex, what the asker knows its question by; empty when it gave none
     */
    public record Reply(String suffix, String correlation) {

        /**
         * Null when none is expected, or elsewhere.
         *
         * @param topic empty when none was named
         */
        public static @Nullable Reply of(
                CounterId counter, String topic, Optional<ByteBuffer> correlation) {
            return Topics.downSuffix(counter, topic)
                    .map(suffix -> new Reply(suffix, correlation.map(Reply::hex).orElse("")))
                    .orElse(null);
        }

        private static String hex(ByteBuffer data) {
            byte[] bytes = new byte[data.remaining()];
            data.duplicate().get(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
