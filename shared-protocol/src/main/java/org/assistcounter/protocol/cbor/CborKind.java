package org.assistcounter.protocol.cbor;

/** The first three bits of a value (RFC 8949 section 3.1), and the whole bytes that we use. */
final class CborKind {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int LIST = 4;
    static final int MAP = 5;
    static final int TAG = 6;

    static final int FALSE = 0xF4;
    static final int TRUE = 0xF5;

    /** The kind is above these bits. */
    static final int SHIFT = 5;

    /** A count up to here is in the first byte; the numbers after it say how many bytes follow. */
    static final int IN_FIRST_BYTE_MAX = 23;

    static final int ONE_BYTE = 24;
    static final int EIGHT_BYTES = 27;

    private CborKind() {}
}
