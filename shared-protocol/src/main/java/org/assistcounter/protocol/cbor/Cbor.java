package org.assistcounter.protocol.cbor;

/**
 * Writes and reads {@link CborMap}. Reading is strict: what does not encode to the very same bytes
 * again is refused, so a value has one encoding and a signature over bytes is one over the value.
 */
public final class Cbor {

    private Cbor() {}

    /** The deterministic encoding (RFC 8949 section 4.2.1). */
    public static byte[] encode(CborMap map) {
        CborWriter out = new CborWriter();
        out.map(map);
        return out.bytes();
    }

    /** Reads one map that fills the bytes exactly. */
    public static CborMap decode(byte[] bytes) throws MalformedCborException {
        return new CborReader(bytes).only();
    }
}
