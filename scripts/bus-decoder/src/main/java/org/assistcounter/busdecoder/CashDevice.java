package org.assistcounter.busdecoder;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.assistcounter.devices.cash.ChangerCommand;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ChangerMessageDecoder;
import org.assistcounter.devices.cash.ValidatorCommand;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.cash.ValidatorMessageDecoder;
import org.assistcounter.devices.mdb.Decoded;

/**
 * A coin changer or a bill validator: what an answer means depends on the command before it.
 *
 * @param <C> its commands
 * @param <M> its messages
 */
final class CashDevice<C, M> implements Device {
    private final String name;
    private final Function<byte[], Decoded<C>> commands;
    private final BiFunction<byte[], C, Decoded<List<M>>> messages;
    private C asked;

    private CashDevice(
            String name,
            Function<byte[], Decoded<C>> commands,
            BiFunction<byte[], C, Decoded<List<M>>> messages,
            C poll) {
        this.name = name;
        this.commands = commands;
        this.messages = messages;
        this.asked = poll;
    }

    static Device coinChanger() {
        return new CashDevice<>(
                "coin changer",
                ChangerCommandCodec::decode,
                ChangerMessageDecoder::decode,
                new ChangerCommand.Poll());
    }

    static Device billValidator() {
        return new CashDevice<>(
                "bill validator",
                ValidatorCommandCodec::decode,
                ValidatorMessageDecoder::decode,
                new ValidatorCommand.Poll());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Decoded<List<Named>> commanded(byte[] data, boolean isSound) {
        return commands.apply(data)
                .then(command -> {
                    if (isSound) {
                        asked = command;
                    }
                    return new Decoded.Understood<>(List.of(named(command)));
                });
    }

    @Override
    public Decoded<List<Named>> answered(byte[] data, boolean isSound) {
        return messages.apply(data, asked)
                .then(said ->
                        new Decoded.Understood<>(said.stream().map(CashDevice::named).toList()));
    }

    /** Every command and message is a record. */
    private static Named named(Object message) {
        Record fields = (Record) message;
        return new Named(RecordFields.nameOf(fields), RecordFields.of(fields));
    }
}
