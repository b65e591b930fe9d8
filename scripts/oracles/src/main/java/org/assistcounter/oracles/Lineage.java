package org.assistcounter.oracles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Every record of one counter that was ever written, on whichever card, and after which. Records in
 * a row are a branch; a record that follows another than the newest of its branch begins a new one.
 * So whether two records are on one line is told by comparing a few numbers.
 */
final class Lineage {
    private final Map<Hash, Node> byHash = new HashMap<>();
    private final Node root;
    private Node newest;

    Lineage(Hash genesis) {
        root = new Node(new Branch(null), new Place(1, 0), genesis, null);
        byHash.put(genesis, root);
        newest = root;
    }

    /** Records in a row, and where the row leaves another. */
    static final class Branch {
        final @Nullable Node from;
        final List<Node> nodes = new ArrayList<>();

        Branch(@Nullable Node from) {
            this.from = from;
        }
    }

    /** Where a record stands. */
    record Place(long epoch, long seq) {}

    /** One record. */
    static final class Node {
        private final Branch branch;
        private final long epoch;
        private final long seq;
        private final Hash hash;
        private @Nullable Fact fact;

        Node(Branch branch, Place place, Hash hash, @Nullable Fact fact) {
            this.branch = branch;
            this.epoch = place.epoch();
            this.seq = place.seq();
            this.hash = hash;
            this.fact = fact;
            branch.nodes.add(this);
        }

        long seq() {
            return seq;
        }

        /** Which of the counter's keys it was signed with. */
        long epoch() {
            return epoch;
        }

        /** What the record says; null once it is not needed any more. */
        @Nullable Fact fact() {
            return fact;
        }

        void forgetFact() {
            fact = null;
        }
    }

    Node root() {
        return root;
    }

    /** Null for a record that no card ever held. */
    @Nullable Node find(Hash hash) {
        return byHash.get(hash);
    }

    /** The same, looked for first where it should be: after {@code before} on a line. */
    @Nullable Node findAfter(Node before, Node tip, Hash hash) {
        Node next = at(tip, before.seq + 1);
        return next != null && next.hash.equals(hash) ? next : find(hash);
    }

    Node add(Written written) {
        Hash previous = written.header().previous();
        Node parent = newest.hash.equals(previous) ? newest : byHash.get(previous);
        if (parent == null) {
            throw new Broken(
                    JournalOracle.NAME,
                    "record " + written.seq() + " follows one that was never written");
        }
        if (written.seq() != parent.seq + 1) {
            throw new Broken(
                    JournalOracle.NAME, "record " + written.seq() + " follows " + parent.seq);
        }
        boolean goesOn = parent.branch.nodes.getLast() == parent;
        Branch branch = goesOn ? parent.branch : new Branch(parent);
        Place place = new Place(written.header().epoch(), written.seq());
        Node node = new Node(branch, place, written.hash(), written.fact());
        byHash.put(written.hash(), node);
        newest = node;
        return node;
    }

    /** The record with this number on the line that ends in {@code tip}; null beyond the tip. */
    static @Nullable Node at(Node tip, long seq) {
        if (seq > tip.seq || seq < 0) {
            return null;
        }
        Branch branch = tip.branch;
        while (seq < branch.nodes.getFirst().seq) {
            if (branch.from == null) {
                return null;
            }
            branch = branch.from.branch;
        }
        return branch.nodes.get((int) (seq - branch.nodes.getFirst().seq));
    }

    /** Whether one of the two is the other or comes before it. */
    static boolean onOneLine(Node a, Node b) {
        return a.seq <= b.seq ? at(b, a.seq) == a : at(a, b.seq) == b;
    }
}
