package org.assistcounter.oracles;

import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.RecordHeader;

/** A record that is on disk, read from its bytes once for all oracles. */
public record Written(RecordHeader header, Hash hash, Fact fact) {

    /** Reads what the bytes say; a record that nobody can read is broken. */
    public static Written of(JournalRecord record) {
        try {
            return new Written(record.header(), record.hash(), record.fact());
        } catch (MalformedCborException e) {
            throw new Broken(
                    "journal",
                    "record "
                            + record.header().seq()
                            + " cannot be read by anybody: "
                            + e.getMessage());
        }
    }

    long seq() {
        return header.seq();
    }
}
