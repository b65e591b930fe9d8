package org.assistcounter.protocol.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.assistcounter.protocol.journal.Hash;

/**
 * The right edge of a tree: the complete subtrees that its size consists of. It is all that is
 * needed to append and to know the root.
 */
public final class Frontier {
    private final List<Hash> subtrees;
    private long size;

    private Frontier(long size, List<Hash> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** Of the tree of this size. */
    public static Frontier of(long size, Subtree.Hashes hashes) {
        List<Hash> subtrees = new ArrayList<>();
        needed(size).forEach(subtree -> subtrees.add(hashes.of(subtree)));
        return new Frontier(size, subtrees);
    }

    /** The subtrees that {@link #of} asks for. */
    public static List<Subtree> needed(long size) {
        return size == 0 ? List.of() : new Span(0, size).subtrees();
    }

    /** Appends a leaf and tells every subtree that it completes, its own first. */
    public void append(Hash leaf, BiConsumer<Subtree, Hash> completed) {
        Hash hash = leaf;
        int level = 0;
        completed.accept(new Subtree(0, size), hash);
        while ((size >>> level & 1) == 1) {
            hash = Merkle.node(subtrees.removeLast(), hash);
            level++;
            completed.accept(new Subtree(level, size >>> level), hash);
        }
        subtrees.addLast(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return subtrees.isEmpty() ? Merkle.EMPTY : Span.folded(subtrees);
    }
}
