package org.assistcounter.protocol.transparency;

import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.signing.Sha256;

/** The hashes of RFC 6962, section 2.1. */
public final class Merkle {
    /** The root of a tree without leaves. */
    public static final Hash EMPTY = new Hash(Sha256.of());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    public static Hash leaf(byte[] data) {
        return new Hash(Sha256.of(LEAF, data));
    }

    public static Hash node(Hash left, Hash right) {
        return new Hash(Sha256.of(NODE, left.bytes(), right.bytes()));
    }
}
