package org.assistcounter.busdecoder;

import java.util.List;
import org.assistcounter.devices.cash.ValidatorCommand;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.cash.ValidatorMessageDecoder;
import org.assistcounter.devices.mdb.Decoded;

/** A bill validator: what an answer means depends on the command before it. */
final class BillValidator implements Device {

    private ValidatorCommand asked = new ValidatorCommand.Poll();

    @Override
    public String name() {
        return "bill validator";
    }

    @Override
    public Decoded<List<Named>> commanded(byte[] data, boolean isSound) {
        return ValidatorCommandCodec.decode(data)
                .then(command -> {
                    if (isSound) {
                        asked = command;
                    }
                    return new Decoded.Understood<>(List.of(named((Record) command)));
                });
    }

    @Override
    public Decoded<List<Named>> answered(byte[] data, boolean isSound) {
        return ValidatorMessageDecoder.decode(data, asked)
                .then(messages ->
                        new Decoded.Understood<>(
                                messages.stream()
                                        .map(message -> named((Record) message))
                                        .toList()));
    }

    private static Named named(Record message) {
        return new Named(RecordFields.nameOf(message), RecordFields.of(message));
    }
}
