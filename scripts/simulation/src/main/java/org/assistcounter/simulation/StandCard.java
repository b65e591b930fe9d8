package org.assistcounter.simulation;

import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * The card in a cabinet. It may be written over with the image that somebody once took of it, and
 * it may have lied: after a power cut its newest records, which it said were on disk, are not
 * there, though the fleet may have signed for them and a motor may have turned for one.
 */
final class StandCard {
    private static final int LOST_MAX = 12;

    private final MemoryJournalStore store;
    private final Identity identity;
    private List<JournalRecord> image;

    StandCard(SimulatedDisk disk, Identity identity, List<JournalRecord> written) {
        this.store = new MemoryJournalStore(disk);
        this.identity = identity;
        this.image = List.copyOf(written);
        store.putIn(written);
    }

    MemoryJournalStore store() {
        return store;
    }

    List<JournalRecord> records() {
        return store.durable();
    }

    /** The newest record that is on it. */
    Hash newest() {
        List<JournalRecord> records = store.durable();
        return records.isEmpty() ? identity.genesis().hash() : records.getLast().hash();
    }

    void takeImage() {
        image = List.copyOf(store.durable());
    }

    List<JournalRecord> image() {
        return image;
    }

    /** Whether that loses anything. */
    boolean putImageIn() {
        boolean isOlder = image.size() < store.durable().size();
        store.putIn(image);
        return isOlder;
    }

    /** Some of the newest records are gone; whether the fleet has signed for one is counted. */
    void loseNewest(FleetFaults faults) {
        int written = store.durable().size();
        store.lose(1 + faults.below(Math.min(LOST_MAX, written)));
        identity.lost(identity.fleet().head().seq() > store.durable().size());
    }
}
