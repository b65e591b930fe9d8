package org.assistcounter.protocol.sync;

import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;

/**
 * The first word after every connection.
 *
 * @param checkpointSeq the newest record that the fleet has confirmed to this counter; 0 for none
 */
public record Hello(
        long epoch, long boot, long headSeq, Hash headHash, long checkpointSeq, String agent) {
    private static final int VERSION = 1;
    private static final long UINT_MAX = 0xFFFF_FFFFL;

    public static Hello of(ChainHead head, long checkpointSeq, String agent) {
        return new Hello(head.epoch(), head.boot(), head.seq(), head.hash(), checkpointSeq, agent);
    }

    public byte[] encode() {
        return Cbor.encode(
                new CborMap()
                        .put("v", VERSION)
                        .put("epoch", epoch)
                        .put("boot", boot)
                        .put("head", headSeq)
                        .put("hash", headHash.bytes())
                        .put("checkpoint", checkpointSeq)
                        .put("agent", agent));
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
                map.text("agent"));
    }
}
