package org.assistcounter.fleet.counters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs one epoch of a counter's journal.
 *
 * @param publicKey the raw Ed25519 key in base64
 * @param certificate the certificate that came with it, DER in base64
 * @param fromSeq the number of the first record that it may sign
 * @param note the fleet's signed checkpoint of the record before; null where there is none
 */
public record JournalKey(
        long epoch,
        String publicKey,
        String certificateSerial,
        String certificate,
        long fromSeq,
        @Nullable String note,
        Instant since) {

    /** The key of a counter that never had another. */
    static JournalKey first(Counter counter) {
        Counter.Keys keys = counter.keys();
        return new JournalKey(
                1,
                keys.journalPublicKey(),
                keys.certificateSerial(),
                keys.enrolmentCertificate(),
                1,
                null,
                counter.enrolledAt());
    }
}
