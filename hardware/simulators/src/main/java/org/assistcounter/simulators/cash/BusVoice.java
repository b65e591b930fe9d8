package org.assistcounter.simulators.cash;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.assistcounter.devices.mdb.MdbBlock;

/**
 * How a peripheral says things (MDB/ICP 4.2 §2.4, §2.5): data with a checksum, said again when the
 * VMC asks for it; the events of a poll stay until the VMC has acknowledged them. An event is never
 * torn: what does not fit into a poll's 16 bytes waits for the next.
 */
final class BusVoice {

    static final byte[] SILENCE = {};

    private static final int POLL_BYTES_MAX = 16;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private byte[] latest = SILENCE;
    private int eventsSaid;
    private boolean spoilsNext;
    private long silentUntilMillis = Long.MIN_VALUE;

    boolean isSilentAt(long nowMillis) {
        return nowMillis < silentUntilMillis;
    }

    void silence(long untilMillis) {
        silentUntilMillis = untilMillis;
    }

    /** The next block of data has a wrong checksum; repeated, it is right. */
    void spoilNext() {
        spoilsNext = true;
    }

    void forget() {
        waiting.clear();
        eventsSaid = 0;
        latest = SILENCE;
    }

    void tell(int... event) {
        byte[] bytes = new byte[event.length];
        for (int i = 0; i < event.length; i++) {
            bytes[i] = (byte) event[i];
        }
        waiting.add(bytes);
    }

    byte[] acknowledge() {
        eventsSaid = 0;
        latest = SILENCE;
        return new byte[] {MdbBlock.ACK};
    }

    byte[] answer(byte[] data) {
        eventsSaid = 0;
        return said(data);
    }

    /** What waits, or else what lasts, or else nothing but an acknowledgement. */
    byte[] polled(byte[] lasting) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        eventsSaid = 0;
        for (byte[] event : waiting) {
            if (out.size() + event.length > POLL_BYTES_MAX) {
                break;
            }
            out.writeBytes(event);
            eventsSaid++;
        }
        if (out.size() > 0) {
            return said(out.toByteArray());
        }
        return lasting.length > 0 ? said(lasting) : acknowledge();
    }

    /** A lone byte of the VMC: it has the data, wants it again, or did not understand it. */
    byte[] heardByte(byte word) {
        if (word == (byte) MdbBlock.RETRANSMIT) {
            return latest;
        }
        for (; word == (byte) MdbBlock.ACK && eventsSaid > 0; eventsSaid--) {
            waiting.remove();
        }
        return SILENCE;
    }

    private byte[] said(byte[] data) {
        latest = MdbBlock.withChecksum(data);
        byte[] block = latest.clone();
        if (spoilsNext) {
            spoilsNext = false;
            block[block.length - 1] ^= 0x10;
        }
        return block;
    }
}
