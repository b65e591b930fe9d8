package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which record was really written after which, on all cards that ever bore one identity. An honest
 * card makes a line; one that was put back or copied makes a tree.
 */
final class Lineage {
    private final Map<Hash, Hash> before = new HashMap<>();
    private final Map<Hash, Long> numbers = new HashMap<>();

    /** The end of a journal, and the number of that record. */
    record Tip(long seq, Hash hash) {}

    void written(JournalRecord record) {
        before.put(record.hash(), record.header().previous());
        numbers.put(record.hash(), record.header().seq());
    }

    /** Whether one of the two only goes on where the other ends. */
    boolean isOneLine(Tip some, Tip other) {
        Tip longer = some.seq() > other.seq() ? some : other;
        Tip shorter = some.seq() > other.seq() ? other : some;
        Hash hash = longer.hash();
        for (long seq = longer.seq(); seq > shorter.seq(); seq--) {
            Hash previous = before.get(hash);
            if (previous == null) {
                return false;
            }
            hash = previous;
        }
        return hash.equals(shorter.hash());
    }

    /** Whether a record of this hash was ever written, under this number. */
    boolean knows(Tip tip) {
        @Nullable Long seq = numbers.get(tip.hash());
        return seq != null && seq == tip.seq();
    }
}
