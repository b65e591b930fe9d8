package org.assistcounter.fleet.signatures;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.fleet.evidence.SignatureDebt.Bad;
import org.assistcounter.fleet.evidence.SignatureDebt.Stretch;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.SignatureCheck;

/** Which of some records are wrongly signed. Pure. */
final class Look {
    private static final int NAMED_MAX = 5;

    private Look() {}

    /** A counter and all keys that it has had. */
    record Known(Counter counter, List<JournalKey> keys) {

        private Map<Long, byte[]> byEpoch() {
            Map<Long, byte[]> all = new HashMap<>();
            keys.forEach(key -> all.put(key.epoch(), Base64.getDecoder().decode(key.publicKey())));
            return all;
        }
    }

    /** The bad ones of a counter, in their order. */
    record Found(Counter counter, List<Bad> bad) {

        /** For people. */
        String reason() {
            String named =
                    String.join(
                            ", ",
                            bad.stream()
                                    .limit(NAMED_MAX)
                                    .map(each -> Long.toString(each.seq()))
                                    .toList());
            return bad.size() > NAMED_MAX
                    ? "records %s and %d more".formatted(named, bad.size() - NAMED_MAX)
                    : (bad.size() == 1 ? "record " : "records ") + named;
        }
    }

    /** Of each counter that has some. */
    static List<Found> at(
            List<Stretch> stretches, Map<CounterId, Known> counters, SignatureCheck check) {
        List<Found> all = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Known counter = counters.get(stretch.counter());
            if (counter == null) {
                throw new IllegalStateException(stretch.counter() + " has records and is none.");
            }
            List<Bad> bad = bad(stretch, counter, check);
            if (!bad.isEmpty()) {
                all.add(new Found(counter.counter(), bad));
            }
        }
        return all;
    }

    private static List<Bad> bad(Stretch stretch, Known counter, SignatureCheck check) {
        Map<Long, byte[]> keys = counter.byEpoch();
        List<Bad> bad = new ArrayList<>();
        for (JournalRecord record : stretch.records()) {
            byte[] key = keys.get(record.header().epoch());
            if (key == null || !record.signedBy(key, check)) {
                bad.add(new Bad(stretch.tenant(), stretch.counter(), record.header().seq()));
            }
        }
        return bad;
    }
}
