package org.assistcounter.witness;

import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.transparency.Merkle;
import org.assistcounter.protocol.transparency.Proofs;
import org.assistcounter.protocol.transparency.TreeHead;

/**
 * What a witness thinks of a head that a log has signed, knowing the newest that it has seen. Pure:
 * who asks writes down what was seen before saying anything to others.
 */
sealed interface Judgement {

    /** The log goes on from what was seen, or is as it was. */
    record Continues(TreeHead head) implements Judgement {}

    /** The log has shown two histories: never to be cosigned again. */
    record Forked(String how) implements Judgement {}

    /** The newest head that was seen. */
    record Seen(long size, Hash root) {
        /** Every log begins so. */
        static final Seen NOTHING = new Seen(0, Merkle.EMPTY);

        static Seen of(TreeHead head) {
            return new Seen(head.size(), head.root());
        }
    }

    /** Whether a proof is needed at all. */
    static boolean needsProof(Seen seen, TreeHead head) {
        return seen.size() > 0 && head.size() > seen.size();
    }

    /**
     * Judges a head whose signature was checked.
     *
     * @param proof from what was seen to the head; empty where none is needed
     */
    static Judgement of(Seen seen, TreeHead head, List<Hash> proof) {
        if (head.size() < seen.size()) {
            return new Forked(
                    "the log has shrunk from " + seen.size() + " to " + head.size() + " leaves");
        }
        if (head.size() == seen.size() && !head.root().equals(seen.root())) {
            return new Forked("two different logs of " + head.size() + " leaves are signed");
        }
        if (!Proofs.isConsistent(seen.size(), seen.root(), head.size(), head.root(), proof)) {
            return new Forked(
                    "no proof that the log of "
                            + head.size()
                            + " leaves begins with the one of "
                            + seen.size());
        }
        return new Continues(head);
    }
}
