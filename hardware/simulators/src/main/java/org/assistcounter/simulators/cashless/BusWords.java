package org.assistcounter.simulators.cashless;

import java.util.Arrays;
import org.assistcounter.devices.mdb.MdbBlock;

/**
 * Nine-bit words of the bus (MDB/ICP 4.2 §2.1): the mode bit marks the VMC's first byte, which is
 * an address, and the reader's last byte.
 */
final class BusWords {

    static final int MODE = 0x100;

    private BusWords() {}

    static int[] fromVmc(byte[] data) {
        int[] words = words(MdbBlock.withChecksum(data));
        words[0] |= MODE;
        return words;
    }

    static int[] fromReader(byte[] data) {
        int[] words = words(MdbBlock.withChecksum(data));
        words[words.length - 1] |= MODE;
        return words;
    }

    static int[] readerAck() {
        return new int[] {MODE | MdbBlock.ACK};
    }

    /** The bytes without mode bits. */
    static byte[] bytes(int[] words) {
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = (byte) words[i];
        }
        return bytes;
    }

    /** Whether only the first word has the mode bit. */
    static boolean isVmcBlock(int[] words) {
        return (words[0] & MODE) != 0
                && Arrays.stream(words).skip(1).noneMatch(word -> (word & MODE) != 0);
    }

    private static int[] words(byte[] block) {
        int[] words = new int[block.length];
        for (int i = 0; i < block.length; i++) {
            words[i] = Byte.toUnsignedInt(block[i]);
        }
        return words;
    }
}
