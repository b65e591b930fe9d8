package org.assistcounter.busdecoder;

import java.util.List;

/** Traffic that was seen between the vmflow reader's firmware and a controller. */
final class Sessions {

    static final List<String> SALE =
            List.of(
                    "# a sale at level 1",
                    "M>P 10 10",
                    "P>M 00",
                    "M>P 12 12",
                    "P>M 00 00",
                    "M>P 11 00 03 00 00 00 14",
                    "P>M 01 01 11 56 01 02 03 09 78",
                    "M>P 00",
                    "M>P 11 01 FF FF 00 00 10",
                    "P>M 00",
                    "M>P 17 00 41 43 4D 30 30 30 30 30 30 30 30 30 30 30 31 4B 49 4F 53 4B 2D 41"
                            + " 47 45 4E 54 31 01 00 78",
                    "P>M 09 56 4D 46 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20"
                            + " 20 20 20 20 00 03 F5",
                    "M>P 14 01 15",
                    "P>M 00",
                    "M>P 12 12",
                    "P>M 03 03 E8 EE",
                    "M>P 13 00 01 5E 00 0B 7D",
                    "P>M 00",
                    "M>P 12 12",
                    "P>M 05 01 5E 64",
                    "M>P 13 02 00 0B 20",
                    "P>M 00",
                    "M>P 13 04 17",
                    "P>M 00",
                    "M>P 12 12",
                    "P>M 07 07");

    private Sessions() {}
}
