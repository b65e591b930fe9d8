package org.assistcounter.busdecoder;

import java.util.List;
import org.assistcounter.devices.cash.ChangerCommand;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ChangerMessageDecoder;
import org.assistcounter.devices.mdb.Decoded;

/** A coin changer: what an answer means depends on the command before it. */
final class CoinChanger implements Device {

    private ChangerCommand asked = new ChangerCommand.Poll();

    @Override
    public String name() {
        return "coin changer";
    }

    @Override
    public Decoded<List<Named>> commanded(byte[] data, boolean isSound) {
        return ChangerCommandCodec.decode(data)
                .then(command -> {
                    if (isSound) {
                        asked = command;
                    }
                    return new Decoded.Understood<>(List.of(named((Record) command)));
                });
    }

    @Override
    public Decoded<List<Named>> answered(byte[] data, boolean isSound) {
        return ChangerMessageDecoder.decode(data, asked)
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
