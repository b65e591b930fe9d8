package org.assistcounter.fleet.signatures;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.evidence.SignatureDebt.Bad;
import org.assistcounter.fleet.evidence.SignatureDebt.Stretch;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.SignatureCheck;

/** Which of some records are wrongly signed. Pure. */
final class Look {
    private static final int NAMED_MAX = 5;

    private Look() {}

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
            List<Stretch> stretches, Map<CounterId, Counter> counters, SignatureCheck check) {
        List<Found> all = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Counter counter = counters.get(stretch.counter());
            if (counter == null) {
                throw new IllegalStateException(stretch.counter() + " has records and is none.");
            }
            List<Bad> bad = bad(stretch, counter, check);
            if (!bad.isEmpty()) {
                all.add(new Found(counter, bad));
            }
        }
        return all;
    }

    private static List<Bad> bad(Stretch stretch, Counter counter, SignatureCheck check) {
        byte[] key = Base64.getDecoder().decode(counter.keys().journalPublicKey());
        List<Bad> bad = new ArrayList<>();
        for (JournalRecord record : stretch.records()) {
            if (!record.signedBy(key, check)) {
                bad.add(new Bad(stretch.tenant(), stretch.counter(), record.header().seq()));
            }
        }
        return bad;
    }
}
