package org.assistcounter.busdecoder;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assistcounter.busdecoder.TrafficLine.Direction;

/**
 * The traffic as a capture file that Wireshark reads: link type 300 (MDB), a packet a line. A
 * packet begins with a version, then FF for the controller or FE and an address for a device. The
 * times are made up, ten milliseconds apart, because lines have none.
 */
final class Capture implements Closeable {

    private static final int MAGIC_MICROSECONDS = 0xA1B2C3D4;
    private static final int LINK_TYPE_MDB = 300;
    private static final int SNAP_BYTES = 65_535;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int PACKET_HEADER_BYTES = 16;
    private static final int VERSION = 0x00;
    private static final int FROM_VMC = 0xFF;
    private static final int FROM_DEVICE = 0xFE;
    private static final long APART_MICROS = 10_000;
    private static final long MICROS = 1_000_000;

    private final OutputStream out;
    private long atMicros;

    private Capture(OutputStream out) {
        this.out = out;
    }

    static Capture to(Path file) throws IOException {
        Capture capture = new Capture(new BufferedOutputStream(Files.newOutputStream(file)));
        capture.out.write(
                ByteBuffer.allocate(FILE_HEADER_BYTES)
                        .putInt(MAGIC_MICROSECONDS)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(SNAP_BYTES)
                        .putInt(LINK_TYPE_MDB)
                        .array());
        return capture;
    }

    void add(TrafficLine line, int address) throws IOException {
        byte[] bytes = line.bytes();
        boolean isVmc = line.direction() == Direction.FROM_VMC;
        int length = bytes.length + (isVmc ? 2 : 3);
        ByteBuffer packet = ByteBuffer.allocate(PACKET_HEADER_BYTES + length);
        packet.putInt((int) (atMicros / MICROS)).putInt((int) (atMicros % MICROS));
        packet.putInt(length).putInt(length);
        packet.put((byte) VERSION).put((byte) (isVmc ? FROM_VMC : FROM_DEVICE));
        if (!isVmc) {
            packet.put((byte) address);
        }
        out.write(packet.put(bytes).array());
        atMicros += APART_MICROS;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
