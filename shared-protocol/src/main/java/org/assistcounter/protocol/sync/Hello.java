package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;

/**
 * The first word after every connection.
 *
 * @param checkpointSeq the newest record that the fleet has confirmed to this counter; 0 for none
 * @param desired the revision of the desired state that is in force; 0 for none
 */
public record Hello(
        long epoch,
        long boot,
        long headSeq,
        Hash headHash,
        long checkpointSeq,
        String agent,
        long desired) {
    private static final int VERSION = 1;
    private static final long UINT_MAX = 0xFFFF_FFFFL;

    /** Of a counter that sells by its card alone. */
    public Hello(
            long epoch, long boot, long headSeq, Hash headHash, long checkpointSeq, String agent) {
        this(epoch, boot, headSeq, headHash, checkpointSeq, agent, 0);
    }

    public static Hello of(ChainHead head, long checkpointSeq, String agent) {
        return new Hello(head.epoch(), head.boot(), head.seq(), head.hash(), checkpointSeq, agent);
    }

    /** The same of a counter that sells by a desired state of this revision. */
    public Hello sellingBy(long revision) {
        return new Hello(epoch, boot, headSeq, headHash, checkpointSeq, agent, revision);
    }

    public byte[] encode() {
        CborMap map =
                new CborMap()
                        .put("v", VERSION)
                        .put("epoch", epoch)
                        .put("boot", boot)
                        .put("head", headSeq)
                        .put("hash", headHash.bytes())
                        .put("checkpoint", checkpointSeq)
                        .put("agent", agent);
        return Cbor.encode(desired == 0 ? map : map.put("desired", desired));
    }

    public static Hello decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", VERSION, VERSION);
        byte[] hash = map.bytes("hash");
        if (hash.length != Hash.LENGTH) {
            throw new MalformedCborException("hash has " + hash.length + " bytes");
        }
        return new Hello(
                map.integer("epoch", 1, UINT_MAX),
                map.integer("boot", 0, UINT_MAX),
                map.integer("head", 0, Long.MAX_VALUE),
                new Hash(hash),
                map.integer("checkpoint", 0, Long.MAX_VALUE),
                map.text("agent"),
                map.has("desired") ? map.integer("desired", 1, DesiredState.REPORTED_MAX) : 0);
    }
}
