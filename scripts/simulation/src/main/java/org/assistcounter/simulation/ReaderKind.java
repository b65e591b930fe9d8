package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderOption;
import org.assistcounter.simulators.cashless.ReaderModel;

/** The reader of one cabinet, and what its wiring says: every level, address and option is met. */
record ReaderKind(ReaderModel model, CashlessSettings wiring) {
    private static final int YUAN = 0x1156;
    private static final int LEVELS = 3;
    private static final int REFUND = 1;
    private static final int MULTIVEND = 2;

    static ReaderKind drawn(SplittableRandom random) {
        int level = 1 + random.nextInt(LEVELS);
        int abilities = random.nextBoolean() ? REFUND : REFUND | MULTIVEND;
        long offered = level < LEVELS ? 0 : options(random);
        CashlessAddress address =
                random.nextBoolean() ? CashlessAddress.FIRST : CashlessAddress.SECOND;
        return new ReaderKind(
                new ReaderModel(
                        new ReaderMessage.ReaderConfig(level, YUAN, 1, 2, 5, abilities),
                        address,
                        offered,
                        level),
                new CashlessSettings(address, random.nextBoolean()));
    }

    private static long options(SplittableRandom random) {
        long wide = random.nextBoolean() ? ReaderOption.AMOUNTS_OF_32_BITS.mask() : 0;
        long idle = random.nextBoolean() ? ReaderOption.ALWAYS_IDLE.mask() : 0;
        return wide | idle;
    }
}
