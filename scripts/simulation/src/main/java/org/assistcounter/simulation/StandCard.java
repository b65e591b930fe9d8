package org.assistcounter.simulation;

import java.util.List;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * The card in a cabinet. It may be written over with the image that somebody once took of it, and
 * it may have lied: after a power cut its newest records, which it said were on disk, are not
 * there, though the fleet may have signed for them and a motor may have turned for one. What was
 * ever written is told, lost or not, because the fleet may still hear of it.
 */
final class StandCard {
    private static final int LOST_MAX = 12;

    private final MemoryJournalStore store;
    private final Identity identity;
    private List<JournalRecord> image;
    private int followed;

    StandCard(SimulatedDisk disk, Identity identity, List<JournalRecord> written) {
        this.store = new MemoryJournalStore(disk);
        this.identity = identity;
        this.image = List.copyOf(written);
        this.followed = written.size();
        store.putIn(written);
    }

    MemoryJournalStore store() {
        return store;
    }

    List<JournalRecord> records() {
        return store.durable();
    }

    /** Tells of what was written since it was last asked. */
    void follow() {
        List<JournalRecord> records = store.durable();
        for (; followed < records.size(); followed++) {
            identity.copies().written(records.get(followed));
        }
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
        followed = image.size();
        return isOlder;
    }

    /** Some of the newest records are gone; whether the fleet has signed for one is counted. */
    void loseNewest(FleetFaults faults) {
        int written = store.durable().size();
        store.lose(1 + faults.below(Math.min(LOST_MAX, written)));
        followed = store.durable().size();
        identity.lost(identity.fleet().head().seq() > followed);
    }
}
