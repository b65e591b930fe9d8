package org.assistcounter.simulators.cashless;

import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.ReaderMessage;

/**
 * What kind of reader it is.
 *
 * @param offered the option bits of a level-3 reader
 * @param sessionLevel the level whose form its sessions have; another than the config's is a lie
 */
public record ReaderModel(
        ReaderMessage.ReaderConfig config,
        CashlessAddress address,
        long offered,
        int sessionLevel) {

    /** An honest reader at the first address, without options. */
    public ReaderModel(ReaderMessage.ReaderConfig config) {
        this(config, CashlessAddress.FIRST, 0, config.level());
    }

    ReaderModel at(CashlessAddress place) {
        return new ReaderModel(config, place, offered, sessionLevel);
    }

    ReaderModel offering(long options) {
        return new ReaderModel(config, address, options, sessionLevel);
    }

    ReaderModel speakingAsLevel(int level) {
        return new ReaderModel(config, address, offered, level);
    }
}
