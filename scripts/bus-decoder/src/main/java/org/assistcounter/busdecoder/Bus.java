package org.assistcounter.busdecoder;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.busdecoder.Heard.Checksum;
import org.assistcounter.busdecoder.TrafficLine.Direction;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Malformed;
import org.assistcounter.devices.mdb.MdbBlock;

/** The devices of the bus. A device answers when it was the last one addressed (MDB/ICP 4.2 §2). */
final class Bus {

    private static final int ADDRESS_BITS = 0xF8;

    private final Map<Integer, Device> devices = new HashMap<>();
    private int addressed = CashlessAddress.FIRST.base();

    Bus() {
        devices.put(ChangerCommandCodec.ADDRESS, CashDevice.coinChanger());
        devices.put(ValidatorCommandCodec.ADDRESS, CashDevice.billValidator());
        for (CashlessAddress address : CashlessAddress.values()) {
            devices.put(address.base(), new CashlessReader(address));
        }
    }

    /** The address of the device that was spoken to last. */
    int addressed() {
        return addressed;
    }

    Heard heard(TrafficLine line) {
        byte[] bytes = line.bytes();
        if (bytes.length == 1) {
            return loneByte(Byte.toUnsignedInt(bytes[0]), line.direction());
        }
        if (line.direction() == Direction.FROM_VMC) {
            addressed = Byte.toUnsignedInt(bytes[0]) & ADDRESS_BITS;
        }
        Device device = device();
        return switch (MdbBlock.withoutChecksum(bytes)) {
            case Decoded.Understood<byte[]>(var data) ->
                    heard(device, read(device, line, data, true), Checksum.OK);
            case Decoded.Refused<byte[]>(var reason) -> refused(device, line, reason);
        };
    }

    private Device device() {
        return devices.computeIfAbsent(addressed, OtherDevice::new);
    }

    private Heard loneByte(int value, Direction direction) {
        String name =
                switch (value) {
                    case MdbBlock.ACK -> "ACK";
                    case MdbBlock.NAK -> "NAK";
                    case MdbBlock.RETRANSMIT -> direction == Direction.FROM_VMC ? "RET" : "";
                    default -> "";
                };
        return name.isEmpty()
                ? problem(device(), Checksum.NONE, Malformed.TRUNCATED)
                : new Heard(
                        device().name(), Checksum.NONE, List.of(new Named(name)), Optional.empty());
    }

    /** With a wrong checksum the message is still shown, but nothing is learned from it. */
    private static Heard refused(Device device, TrafficLine line, Malformed reason) {
        if (reason != Malformed.WRONG_CHECKSUM) {
            return problem(device, Checksum.NONE, reason);
        }
        byte[] bytes = line.bytes();
        byte[] data = Arrays.copyOf(bytes, bytes.length - 1);
        Heard heard = heard(device, read(device, line, data, false), Checksum.WRONG);
        return new Heard(heard.device(), Checksum.WRONG, heard.messages(), Optional.of(reason));
    }

    private static Decoded<List<Named>> read(
            Device device, TrafficLine line, byte[] data, boolean isSound) {
        return line.direction() == Direction.FROM_VMC
                ? device.commanded(data, isSound)
                : device.answered(data, isSound);
    }

    private static Heard heard(Device device, Decoded<List<Named>> decoded, Checksum checksum) {
        return switch (decoded) {
            case Decoded.Understood<List<Named>>(var messages) ->
                    new Heard(device.name(), checksum, messages, Optional.empty());
            case Decoded.Refused<List<Named>>(var reason) -> problem(device, checksum, reason);
        };
    }

    private static Heard problem(Device device, Checksum checksum, Malformed reason) {
        return new Heard(device.name(), checksum, List.of(), Optional.of(reason));
    }
}
