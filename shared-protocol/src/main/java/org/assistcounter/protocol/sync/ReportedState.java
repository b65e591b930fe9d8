package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.journal.Word;
import org.jspecify.annotations.Nullable;

/**
 * By which desired state a counter sells, and which newer one it does not take.
 *
 * @param revision in force; 0 for the release on the card alone
 * @param refused the newest revision that was refused since; 0 for none
 * @param reason null exactly when none was
 */
public record ReportedState(long revision, long refused, @Nullable Rejection reason) {
    /** The release on the card, and nothing refused. */
    public static final ReportedState NONE = new ReportedState(0, 0, null);

    private static final int VERSION = 1;

    public ReportedState {
        if (revision < 0 || refused < 0 || (refused == 0) != (reason == null)) {
            throw new IllegalArgumentException("a report of " + revision + " and " + refused);
        }
    }

    public byte[] encode() {
        CborMap map = new CborMap().put("v", VERSION).put("revision", revision);
        return Cbor.encode(
                reason == null ? map : map.put("refused", refused).put("reason", reason.word()));
    }

    public static ReportedState decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", VERSION, VERSION);
        long revision = map.integer("revision", 0, DesiredState.REPORTED_MAX);
        return map.has("refused") || map.has("reason")
                ? new ReportedState(
                        revision,
                        map.integer("refused", 1, DesiredState.REPORTED_MAX),
                        Word.read(map, "reason", Rejection.class))
                : new ReportedState(revision, 0, null);
    }
}
