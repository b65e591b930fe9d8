package org.assistcounter.fleet.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.protocol.export.Manifest;
import org.assistcounter.protocol.journal.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a counter an export has: those after one logged head up to another.
 *
 * @param after null when it begins with the journal
 */
record Extract(Counter counter, @Nullable Logged after, Logged last) {

    long firstSeq() {
        return after == null ? 1 : after.leaf().seq() + 1;
    }

    long lastSeq() {
        return last.leaf().seq();
    }

    boolean isEmpty() {
        return firstSeq() > lastSeq();
    }

    /** What has been written of it so far. */
    static final class Sum {
        private final MessageDigest digest = sha256();
        private long bytes;
        private long records;

        void add(byte[] record) {
            digest.update(record);
            bytes += record.length;
            records++;
        }

        /** Fails when the table lacks a record, so that an export with a hole is never complete. */
        Manifest.Records of(Extract extract) {
            if (records != extract.lastSeq() - extract.firstSeq() + 1) {
                throw new IllegalStateException(
                        "records of " + extract.counter().id() + " are missing: " + records);
            }
            return new Manifest.Records(
                    extract.firstSeq(), extract.lastSeq(), bytes, new Hash(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }
}
