package org.assistcounter.devices.mdb;

import java.util.Arrays;

/**
 * The block around every message: data, then a checksum that is the sum of the data with the carry
 * dropped; 36 bytes at most (MDB/ICP 4.2 §2.2, §2.3). A lone ACK or NAK has no checksum.
 */
public final class MdbBlock {

    /** The longest block, checksum included. */
    public static final int BYTES_MAX = 36;

    /** The first cashless device; commands are this address plus a low number (§7.3). */
    public static final int CASHLESS_ADDRESS = 0x10;

    /** The other side took the block. */
    public static final int ACK = 0x00;

    /** The VMC asks to hear the data again. */
    public static final int RETRANSMIT = 0xAA;

    /** The other side did not take the block. */
    public static final int NAK = 0xFF;

    private MdbBlock() {}

    /** The block as it goes on the bus. */
    public static byte[] withChecksum(byte[] data) {
        if (data.length == 0 || data.length >= BYTES_MAX) {
            throw new IllegalArgumentException("No block holds " + data.length + " bytes of data.");
        }
        byte[] block = Arrays.copyOf(data, data.length + 1);
        block[data.length] = (byte) sum(data, data.length);
        return block;
    }

    /** The data of a block, if the block is sound. */
    public static Decoded<byte[]> withoutChecksum(byte[] block) {
        if (block.length > BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        if (block.length < 2) {
            return new Decoded.Refused<>(block.length == 0 ? Malformed.EMPTY : Malformed.TRUNCATED);
        }
        int last = block.length - 1;
        if (sum(block, last) != (block[last] & 0xFF)) {
            return new Decoded.Refused<>(Malformed.WRONG_CHECKSUM);
        }
        return new Decoded.Understood<>(Arrays.copyOf(block, last));
    }

    private static int sum(byte[] bytes, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }
}
