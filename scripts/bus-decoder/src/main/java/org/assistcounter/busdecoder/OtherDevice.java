package org.assistcounter.busdecoder;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assistcounter.devices.mdb.Decoded;

/** A device whose messages are not read: its bytes are shown under its name (MDB/ICP 4.2 §2.3). */
record OtherDevice(int address) implements Device {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    @Override
    public String name() {
        return switch (address) {
            case 0x18 -> "communications gateway";
            case 0x20 -> "display";
            case 0x28 -> "energy management";
            case 0x40, 0x48, 0x50 -> "universal satellite device";
            case 0x58, 0x70 -> "coin hopper";
            case 0x68 -> "age verification";
            default -> String.format("device at %02Xh", address);
        };
    }

    @Override
    public Decoded<List<Named>> commanded(byte[] data, boolean isSound) {
        return shown(data);
    }

    @Override
    public Decoded<List<Named>> answered(byte[] data, boolean isSound) {
        return shown(data);
    }

    private static Decoded<List<Named>> shown(byte[] data) {
        Named named = new Named("NOT DECODED", Map.of("data", HEX.formatHex(data)));
        return new Decoded.Understood<>(List.of(named));
    }
}
