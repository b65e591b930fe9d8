package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.protocol.journal.JournalRecord;

/**
 * Bytes on the card that change while the power is off. The next start must notice, whichever they
 * are, and nothing may be written on top: no sale begins, and no signature vouches for them.
 */
final class CardDamage {
    private final MemoryJournalStore store;
    private final Faults faults;
    private final SplittableRandom random;
    private boolean isFound;

    CardDamage(MemoryJournalStore store, Faults faults, SplittableRandom random) {
        this.store = store;
        this.faults = faults;
        this.random = random;
    }

    /** The power is off; half of the time it is the newest record, as where a write was torn. */
    void withoutPower() {
        int records = store.durable().size();
        if (records == 0 || isFound || !faults.strikes(Fault.BIT_ROT)) {
            return;
        }
        int place = random.nextBoolean() ? records - 1 : random.nextInt(records);
        int bits = store.durable().get(place).bytes().length * Byte.SIZE;
        store.rot(place, random.nextInt(bits));
    }

    /** A start does not go on. */
    void found() {
        Violation.unless(store.isRotten(), "a journal is called damaged that is not");
        isFound = true;
    }

    /** A record is on the card. */
    void written(JournalRecord record) {
        if (store.isRotten()) {
            long seq = record.header().seq();
            throw new Violation("record " + seq + " is signed on top of a damaged journal");
        }
    }

    /** Whether the counter is closed until a person comes. */
    boolean isFound() {
        return isFound;
    }
}
