package org.assistcounter.busdecoder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assistcounter.devices.mdb.Malformed;

/** What a line of traffic says. A block with a wrong checksum may have messages and a problem. */
record Heard(String device, Checksum checksum, List<Named> messages, Optional<Malformed> problem) {

    /** How a block's checksum was. A lone byte has none. */
    enum Checksum {
        OK,
        WRONG,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
