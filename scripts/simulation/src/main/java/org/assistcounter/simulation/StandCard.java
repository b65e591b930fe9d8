package org.assistcounter.simulation;

import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.simulation.Surroundings.Keys;

/**
 * The card in a cabinet. It may be written over with the image that somebody once took of it, and
 * it may have lied: after a power cut its newest records, which it said were on disk, are not
 * there, though the fleet may have signed for them and a motor may have turned for one.
 */
final class StandCard {
    private static final int LOST_MAX = 12;

    private final MemoryJournalStore store;
    private final Identity identity;
    private CardKeys keys;
    private Contents image;

    /** All that is on a card. */
    record Contents(List<JournalRecord> records, CardKeys keys) {
        Contents {
            records = List.copyOf(records);
        }
    }

    StandCard(SimulatedDisk disk, Identity identity, Contents written) {
        this.store = new MemoryJournalStore(disk);
        this.identity = identity;
        this.image = written;
        this.keys = written.keys();
        store.putIn(written.records());
    }

    CardKeys keys() {
        return keys;
    }

    /** Its journal goes on with other keys. */
    void renew(Keys next, CardKeys.Base base) {
        keys = keys.renewed(next, base);
    }

    /** Another card lies there, with nothing on it but its keys. */
    void replace(Keys next, CardKeys.Base base) {
        keys = CardKeys.replacing(next, base);
        image = new Contents(List.of(), keys);
        store.putIn(List.of());
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
        return records.isEmpty() ? keys.beginning().hash() : records.getLast().hash();
    }

    void takeImage() {
        image = new Contents(store.durable(), keys);
    }

    Contents image() {
        return image;
    }

    /** Whether that loses anything. */
    boolean putImageIn() {
        boolean isOlder = image.records().size() < store.durable().size();
        store.putIn(image.records());
        keys = image.keys();
        return isOlder;
    }

    /** How many records the key has signed that is on the card: those before lie there for long. */
    int losable() {
        CardKeys.Base base = keys.base();
        return base == null ? store.durable().size() : store.after(base.head().seq()).size();
    }

    /** Some of the newest records are gone; whether the fleet has signed for one is counted. */
    void loseNewest(FleetFaults faults) {
        int count = 1 + faults.below(FleetFault.WRITES_LOST, Math.min(LOST_MAX, losable()));
        long newest = store.newestSeq();
        store.lose(count);
        identity.lost(identity.fleet().head().seq() > newest - count);
    }
}
