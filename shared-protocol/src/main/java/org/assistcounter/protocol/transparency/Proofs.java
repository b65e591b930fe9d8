package org.assistcounter.protocol.transparency;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Proofs of RFC 6962: that a leaf is in a tree (section 2.1.1), and that a tree begins with another
 * (2.1.2). Made as spans whose hashes somebody else looks up; checked by the iterative rules of RFC
 * 9162, sections 2.1.3.2 and 2.1.4.2.
 */
public final class Proofs {

    private Proofs() {}

    /** What to hash, in order, to prove that a leaf is in the tree of this size. */
    public static List<Span> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Span> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long middle = begin + split(end - begin);
            boolean left = index < middle;
            path.addFirst(left ? new Span(middle, end) : new Span(begin, middle));
            begin = left ? begin : middle;
            end = left ? middle : end;
        }
        return path;
    }

    /** What to hash, in order, to prove that the tree of this size begins with the older one. */
    public static List<Span> consistency(long oldSize, long size) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("a tree of " + size + " has no " + oldSize);
        }
        List<Span> path = new ArrayList<>();
        if (oldSize == 0 || oldSize == size) {
            return path;
        }
        long begin = 0;
        long end = size;
        while (end != oldSize) {
            long middle = begin + split(end - begin);
            boolean left = oldSize <= middle;
            path.addFirst(left ? new Span(middle, end) : new Span(begin, middle));
            begin = left ? begin : middle;
            end = left ? middle : end;
        }
        if (begin != 0) {
            path.addFirst(new Span(begin, end));
        }
        return path;
    }

    /** The largest power of two smaller than this. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    /** The root that a leaf and its proof lead to; null when the proof has another length. */
    public static @Nullable Hash root(Hash leaf, long index, long size, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return null;
        }
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return null;
            }
            if ((node & 1) == 1 || node == last) {
                root = Merkle.node(sibling, root);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                root = Merkle.node(root, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? root : null;
    }

    /** Whether a tree of this root begins with the older one, as the proof says. */
    public static boolean isConsistent(
            long oldSize, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (oldSize < 0 || oldSize > size) {
            return false;
        }
        if (oldSize == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (oldSize == 0) {
            return proof.isEmpty() && oldRoot.equals(Merkle.EMPTY);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.addFirst(oldRoot);
        }
        return !path.isEmpty() && leadsToBoth(oldSize, oldRoot, size, root, path);
    }

    private static boolean leadsToBoth(
            long oldSize, Hash oldRoot, long size, Hash root, List<Hash> path) {
        int complete = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >>> complete;
        long last = (size - 1) >>> complete;
        Hash older = path.getFirst();
        Hash newer = older;
        for (Hash sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = Merkle.node(sibling, older);
                newer = Merkle.node(sibling, newer);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= up;
                last >>>= up;
            } else {
                newer = Merkle.node(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(oldRoot) && newer.equals(root);
    }
}
