package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;

/** What the fleet wants of a counter's journal. */
public sealed interface SyncAnswer {
    /** The longest that a counter is asked to wait: ten minutes. */
    long WAIT_MAX_MILLIS = 600_000;

    /** Over how long a fleet that does not say comes back. */
    long SPREAD_UNSAID_MILLIS = 15_000;

    /**
     * Send from here on.
     *
     * @param spreadMillis when this connection is lost, wait up to so long before the next: all the
     *     others may have lost theirs
     */
    record Resume(long fromSeq, long spreadMillis) implements SyncAnswer {

        /** Where nothing is said of the next connection. */
        public Resume(long fromSeq) {
            this(fromSeq, SPREAD_UNSAID_MILLIS);
        }
    }

    /** Send nothing for so long, then greet again: too many send at once. */
    record Wait(long millis) implements SyncAnswer {}

    /** The bytes of an answer. */
    static byte[] encode(SyncAnswer answer) {
        CborMap map = new CborMap().put("v", 1);
        return Cbor.encode(
                switch (answer) {
                    case Resume resume ->
                            map.put("resume", resume.fromSeq())
                                    .put("spread", resume.spreadMillis());
                    case Wait wait -> map.put("wait", wait.millis());
                });
    }

    /** Reads an answer: one of the two. */
    static SyncAnswer decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", 1, 1);
        if (!map.has("wait")) {
            return new Resume(
                    map.integer("resume", 1, Long.MAX_VALUE),
                    map.has("spread")
                            ? map.integer("spread", 0, WAIT_MAX_MILLIS)
                            : SPREAD_UNSAID_MILLIS);
        }
        if (map.has("resume")) {
            throw new MalformedCborException("it says resume and wait");
        }
        return new Wait(map.integer("wait", 0, WAIT_MAX_MILLIS));
    }
}
