package org.assistcounter.busdecoder;

import java.util.List;
import java.util.Map;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderMessageDecoder;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.assistcounter.devices.mdb.VmcMessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * A cashless reader as an eavesdropper sees it: the level and the width of amounts that the set-up
 * agreed on decide how long later messages are (MDB/ICP 4.2 §7.4.2, §7.4.22).
 */
final class CashlessReader implements Device {

    private static final int LEVEL_MAX = 3;

    private final CashlessAddress address;
    private SessionForm form = SessionForm.UNKNOWN;
    private VmcMessage.@Nullable SetupConfig setup;

    CashlessReader(CashlessAddress address) {
        this.address = address;
    }

    @Override
    public String name() {
        return address == CashlessAddress.FIRST ? "cashless 1" : "cashless 2";
    }

    @Override
    public Decoded<List<Named>> commanded(byte[] data, boolean isSound) {
        return VmcMessageCodec.decode(data, form, address)
                .then(message -> {
                    if (isSound) {
                        learn(message);
                    }
                    return new Decoded.Understood<>(List.of(named(message)));
                });
    }

    @Override
    public Decoded<List<Named>> answered(byte[] data, boolean isSound) {
        return ReaderMessageDecoder.decode(data, form)
                .then(messages -> {
                    List<Named> named = messages.stream().map(this::named).toList();
                    if (isSound) {
                        messages.forEach(this::learn);
                    }
                    return new Decoded.Understood<>(named);
                });
    }

    private void learn(VmcMessage message) {
        if (message instanceof VmcMessage.Reset) {
            form = SessionForm.UNKNOWN;
        } else if (message instanceof VmcMessage.SetupConfig config) {
            setup = config;
        } else if (message instanceof VmcMessage.EnableOptions(long bits)) {
            form = form.withOptions(bits);
        }
    }

    private void learn(ReaderMessage message) {
        if (message instanceof ReaderMessage.JustReset) {
            form = SessionForm.UNKNOWN;
        } else if (message instanceof ReaderMessage.ReaderConfig config) {
            VmcMessage.SetupConfig known = setup;
            int level = known == null ? LEVEL_MAX : known.level();
            int display = known == null ? 0 : known.columns() * known.rows();
            form = new SessionForm(Math.min(level, config.level()), display);
        }
    }

    private Named named(Object message) {
        Map<String, Object> fields = CashlessFields.of((Record) message, form);
        return new Named(CashlessFields.nameOf((Record) message), fields)
                .with("sessionLevel", form.level())
                .with("expanded", form.isExpanded());
    }
}
