package org.assistcounter.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.assistcounter.fleet.ledger.Posting;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Sha256;

/**
 * One posting of a ledger as every kind of ledger can tell it.
 *
 * @param sale empty when it is of no sale
 * @param reference the counter and the number of its record
 */
record LedgerLine(String sale, String reference, String account, String unit, long amount) {

    static LedgerLine of(JournalRecord record, String sale, Posting posting) {
        String reference = record.header().counter().hex() + "/" + record.header().seq();
        return new LedgerLine(
                sale, reference, posting.account().word(), posting.unit(), posting.amount());
    }

    private String text() {
        return String.join("|", sale, reference, account, unit, Long.toString(amount)) + "\n";
    }

    /** The hash of a ledger: of all its postings, each as a line, in the order of their text. */
    static String hash(Collection<LedgerLine> lines) {
        String all = lines.stream().map(LedgerLine::text).sorted().collect(Collectors.joining());
        return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
    }
}
