package org.assistcounter.virtualcounters;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Ed25519;

/** A journal that says nothing. */
final class Journals {
    private static final ClockReading CLOCK =
            new ClockReading(1, 1, ClockReading.ClockQuality.FLEET, 1);

    private Journals() {}

    static List<JournalRecord> beats(long from, long to) {
        ChainHead head =
                ChainHead.genesis(CounterId.of(new byte[CounterId.LENGTH]), new byte[] {1});
        List<JournalRecord> records = new ArrayList<>();
        for (long seq = 1; seq <= to; seq++) {
            JournalRecord record =
                    JournalRecord.seal(
                            head,
                            new Fact.Beat(),
                            CLOCK,
                            new Ed25519(new byte[Ed25519.KEY_LENGTH]));
            head = head.after(record);
            if (seq >= from) {
                records.add(record);
            }
        }
        return records;
    }
}
