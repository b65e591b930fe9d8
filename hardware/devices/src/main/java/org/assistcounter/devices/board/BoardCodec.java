package org.assistcounter.devices.board;

/**
 * Frames and their content: FA FB, command, length, packet number and text, XOR of all before
 * (protocol §3). The published text contradicts itself on lengths, so content decides: a message
 * needs at least its own fields, and what follows them is ignored.
 */
public final class BoardCodec {

    static final int STX_1 = 0xFA;
    static final int STX_2 = 0xFB;
    static final int HEAD_BYTES = 4;

    private static final int POLL = 0x41;
    private static final int ACK = 0x42;
    private static final int STATUS = 0x04;
    private static final int DRIVE = 0x06;
    private static final int STATUS_REQUEST = 0x53;
    private static final int MACHINE_STATUS = 0x54;

    private BoardCodec() {}

    /** The frame of a message. */
    public static byte[] encode(BoardMessage message) {
        return switch (message) {
            case BoardMessage.Poll() -> frame(POLL);
            case BoardMessage.Ack() -> frame(ACK);
            case BoardMessage.DriveDirectly d ->
                    frame(
                            DRIVE,
                            d.packNumber(),
                            d.dropSensor() ? 1 : 0,
                            d.elevator() ? 1 : 0,
                            d.selection() >> 8,
                            d.selection());
            case BoardMessage.DispenseStatus(int pack, int status, int selection) ->
                    frame(STATUS, pack, status, selection >> 8, selection);
            case BoardMessage.StatusRequest(int pack) -> frame(STATUS_REQUEST, pack);
            case BoardMessage.MachineStatus(int pack, int status) ->
                    frame(MACHINE_STATUS, pack, status);
            case BoardMessage.Other(int command, int pack) -> frame(command, pack);
        };
    }

    /** The message of a sound frame; an {@code Unusable} when its content is too short. */
    static BoardReading decode(byte[] frame) {
        int command = u8(frame, 2);
        int length = u8(frame, 3);
        int needed =
                switch (command) {
                    case POLL, ACK -> 0;
                    case STATUS -> 4;
                    case DRIVE -> 5;
                    case MACHINE_STATUS -> 2;
                    default -> 1;
                };
        if (length < needed) {
            return BoardFrameReader.unusable(frame, BoardFault.TRUNCATED);
        }
        return new BoardReading.Said(
                switch (command) {
                    case POLL -> new BoardMessage.Poll();
                    case ACK -> new BoardMessage.Ack();
                    case STATUS ->
                            new BoardMessage.DispenseStatus(
                                    u8(frame, 4), u8(frame, 5), u16(frame, 6));
                    case DRIVE ->
                            new BoardMessage.DriveDirectly(
                                    u8(frame, 4),
                                    u8(frame, 5) != 0,
                                    u8(frame, 6) != 0,
                                    u16(frame, 7));
                    case STATUS_REQUEST -> new BoardMessage.StatusRequest(u8(frame, 4));
                    case MACHINE_STATUS ->
                            new BoardMessage.MachineStatus(u8(frame, 4), u8(frame, 5));
                    default -> new BoardMessage.Other(command, u8(frame, 4));
                });
    }

    static int check(byte[] frame, int count) {
        int check = 0;
        for (int i = 0; i < count; i++) {
            check ^= frame[i];
        }
        return check & 0xFF;
    }

    private static byte[] frame(int command, int... content) {
        byte[] frame = new byte[HEAD_BYTES + content.length + 1];
        frame[0] = (byte) STX_1;
        frame[1] = (byte) STX_2;
        frame[2] = (byte) command;
        frame[3] = (byte) content.length;
        for (int i = 0; i < content.length; i++) {
            frame[HEAD_BYTES + i] = (byte) content[i];
        }
        frame[frame.length - 1] = (byte) check(frame, frame.length - 1);
        return frame;
    }

    private static int u8(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    private static int u16(byte[] bytes, int at) {
        return u8(bytes, at) << 8 | u8(bytes, at + 1);
    }
}
