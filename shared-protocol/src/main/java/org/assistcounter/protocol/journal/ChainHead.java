package org.assistcounter.protocol.journal;

import java.nio.charset.StandardCharsets;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Sha256;

/**
 * Where a journal stands: what the next record must follow.
 *
 * @param seq the newest record's number; 0 before the first
 * @param hash the newest record's hash; the genesis hash before the first
 */
public record ChainHead(
        CounterId counter, long epoch, long boot, long seq, Hash hash, Totals totals) {
    private static final byte[] GENESIS_CONTEXT =
            "ACJ1-genesis\0".getBytes(StandardCharsets.US_ASCII);

    /** The head of an empty journal, bound to the counter's enrolment certificate. */
    public static ChainHead genesis(CounterId counter, byte[] certificateDer) {
        Hash hash = new Hash(Sha256.of(GENESIS_CONTEXT, counter.bytes(), certificateDer));
        return new ChainHead(counter, 1, 0, 0, hash, Totals.ZERO);
    }

    /** The head after this record. */
    public ChainHead after(JournalRecord record) {
        RecordHeader header = record.header();
        return new ChainHead(
                counter,
                header.epoch(),
                header.boot(),
                header.seq(),
                record.hash(),
                header.totals());
    }

    /** The same journal, continued with the key of a later epoch. */
    public ChainHead inEpoch(long later) {
        return new ChainHead(counter, later, boot + 1, seq, hash, totals);
    }

    /** The same journal, continued by a newly started agent. */
    public ChainHead nextBoot() {
        return new ChainHead(counter, epoch, boot + 1, seq, hash, totals);
    }
}
