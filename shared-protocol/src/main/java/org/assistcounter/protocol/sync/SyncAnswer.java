package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;

/** What the fleet wants of a counter's journal. */
public sealed interface SyncAnswer {

    /** Send from here on. */
    record Resume(long fromSeq) implements SyncAnswer {}

    /** The bytes of an answer. */
    static byte[] encode(SyncAnswer answer) {
        CborMap map = new CborMap().put("v", 1);
        return Cbor.encode(
                switch (answer) {
                    case Resume resume -> map.put("resume", resume.fromSeq());
                });
    }

    /** Reads an answer. */
    static SyncAnswer decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", 1, 1);
        return new Resume(map.integer("resume", 1, Long.MAX_VALUE));
    }
}
