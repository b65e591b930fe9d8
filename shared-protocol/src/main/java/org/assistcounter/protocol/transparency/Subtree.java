package org.assistcounter.protocol.transparency;

import org.assistcounter.protocol.journal.Hash;

/**
 * A complete subtree of 2^level leaves, the index-th of its level from the left. Its hash never
 * changes once its leaves are there.
 */
public record Subtree(int level, long index) {

    private static final int LEVEL_MAX = 62;

    /** Refuses what no tree has. */
    public Subtree {
        if (level < 0 || level > LEVEL_MAX || index < 0) {
            throw new IllegalArgumentException("no subtree at level " + level + ", " + index);
        }
    }

    /** Where the hashes of complete subtrees come from. */
    @FunctionalInterface
    public interface Hashes {
        Hash of(Subtree subtree);
    }
}
