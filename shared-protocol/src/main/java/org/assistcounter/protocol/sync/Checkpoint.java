package org.assistcounter.protocol.sync;

import java.time.Instant;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;

/**
 * What the fleet has committed of a counter's journal: everything up to {@code seq}. Only this
 * moves a counter's cursor.
 */
public record Checkpoint(
        String origin, CounterId counter, long epoch, long seq, Hash hash, Instant time) {}
