package org.assistcounter.fleet.counters;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;

/**
 * What the fleet knows of one counter's card.
 *
 * @param place whose it is, where it stands and what is printed on it
 * @param keys what it proves itself with
 * @param lastSeenAt when it was last heard of; null before the first time
 * @param lastSeq the highest journal number that was acknowledged
 */
public record Counter(
        CounterId id,
        Place place,
        CounterStatus status,
        Keys keys,
        Instant enrolledAt,
        @Nullable Instant lastSeenAt,
        long lastSeq) {

    /** So long before its certificate ends somebody has to renew it. */
    public static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    /** Whose a counter is, its site, and its label such as `XA-0001`. */
    public record Place(String tenant, String site, String label) {}

    /**
     * What a counter proves itself with.
     *
     * @param journalPublicKey the raw Ed25519 key in base64
     * @param certificateSerial of the newest certificate, in hex
     * @param enrolmentCertificate the first certificate's DER in base64; the journal begins with it
     * @param epoch which of its keys the journal key is, counted from 1
     * @param endAt when its newest certificate ends; null where the registry has not said it
     */
    public record Keys(
            String journalPublicKey,
            String certificateSerial,
            String enrolmentCertificate,
            long epoch,
            @Nullable Instant endAt) {

        /** Of a new counter. */
        public Keys(
                String journalPublicKey, String certificateSerial, String enrolmentCertificate) {
            this(journalPublicKey, certificateSerial, enrolmentCertificate, 1, null);
        }
    }

    /** Whether it may connect. */
    public boolean mayConnect() {
        return status == CounterStatus.ENROLLED || status == CounterStatus.ACTIVE;
    }
}
