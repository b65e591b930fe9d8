package org.assistcounter.protocol.transparency;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.Hash;

/**
 * Leaves from begin to end (exclusive) that the tree hashes together: D[begin:end] of RFC 6962. It
 * begins at a multiple of each power of two that it is made of.
 */
public record Span(long begin, long end) {

    /** Refuses a span without leaves, and one that no tree hashes together. */
    public Span {
        if (begin < 0 || end <= begin || begin % Long.highestOneBit(end - begin) != 0) {
            throw new IllegalArgumentException("no span from " + begin + " to " + end);
        }
    }

    long size() {
        return end - begin;
    }

    /** The complete subtrees that it consists of, from left to right, the largest first. */
    public List<Subtree> subtrees() {
        List<Subtree> subtrees = new ArrayList<>();
        long from = begin;
        while (from < end) {
            long width = Long.highestOneBit(end - from);
            subtrees.add(new Subtree(Long.numberOfTrailingZeros(width), from / width));
            from += width;
        }
        return subtrees;
    }

    /** MTH(D[begin:end]). */
    public Hash hash(Subtree.Hashes hashes) {
        return folded(subtrees().stream().map(hashes::of).toList());
    }

    /** The hash over complete subtrees of falling size: the smallest are joined first. */
    static Hash folded(List<Hash> subtrees) {
        Hash hash = subtrees.getLast();
        for (Hash left : subtrees.reversed().subList(1, subtrees.size())) {
            hash = Merkle.node(left, hash);
        }
        return hash;
    }
}
