package org.assistcounter.verifier;

import java.util.HexFormat;
import java.util.List;

/**
 * Proofs of RFC 6962, sections 2.1.1 and 2.1.2, taken apart from their ends by the recursion that
 * defines them. Hashes are hexadecimal digits, so that they compare by value.
 */
final class TreeProof {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private TreeProof() {}

    static String leaf(byte[] data) {
        return HexFormat.of().formatHex(Hashes.sha256(LEAF, data));
    }

    private static String node(String left, String right) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(Hashes.sha256(NODE, hex.parseHex(left), hex.parseHex(right)));
    }

    /** Whether the proof leads from a leaf to the root. */
    static boolean includes(String leaf, long index, Head head, List<String> path) {
        try {
            return index >= 0
                    && index < head.size()
                    && rootOf(leaf, index, head.size(), path).equals(head.root());
        } catch (MalformedException wrongLength) {
            return false;
        }
    }

    private static String rootOf(String leaf, long index, long size, List<String> path)
            throws MalformedException {
        if (size == 1) {
            if (!path.isEmpty()) {
                throw new MalformedException("the proof is too long");
            }
            return leaf;
        }
        if (path.isEmpty()) {
            throw new MalformedException("the proof is too short");
        }
        String sibling = path.getLast();
        List<String> rest = path.subList(0, path.size() - 1);
        long left = split(size);
        return index < left
                ? node(rootOf(leaf, index, left, rest), sibling)
                : node(sibling, rootOf(leaf, index - left, size - left, rest));
    }

    /** Whether the tree begins with the older one. */
    static boolean isConsistent(Head old, Head head, List<String> path) {
        if (old.size() <= 0 || old.size() > head.size()) {
            return false;
        }
        try {
            Both roots = roots(old, head.size(), path, true);
            return roots.old().equals(old.root()) && roots.now().equals(head.root());
        } catch (MalformedException wrongLength) {
            return false;
        }
    }

    /** A tree's size and root. */
    record Head(long size, String root) {}

    private record Both(String old, String now) {}

    private static Both roots(Head old, long size, List<String> path, boolean isWhole)
            throws MalformedException {
        if (old.size() == size) {
            if (path.size() != (isWhole ? 0 : 1)) {
                throw new MalformedException("the proof has another length");
            }
            String known = isWhole ? old.root() : path.getFirst();
            return new Both(known, known);
        }
        if (path.isEmpty()) {
            throw new MalformedException("the proof is too short");
        }
        String sibling = path.getLast();
        List<String> rest = path.subList(0, path.size() - 1);
        long left = split(size);
        if (old.size() <= left) {
            Both within = roots(old, left, rest, isWhole);
            return new Both(within.old(), node(within.now(), sibling));
        }
        Head right = new Head(old.size() - left, old.root());
        Both within = roots(right, size - left, rest, false);
        return new Both(node(sibling, within.old()), node(sibling, within.now()));
    }

    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
