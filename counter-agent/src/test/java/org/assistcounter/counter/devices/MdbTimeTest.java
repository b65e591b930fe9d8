package org.assistcounter.counter.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.assistcounter.devices.mdb.VmcMessageCodec;
import org.junit.jupiter.api.Test;

class MdbTimeTest {

    @Test
    void writesEveryPartInTwoDigits() {
        assertThat(MdbTime.bcd(LocalDateTime.of(2026, 3, 1, 7, 5, 9)))
                .isEqualTo("26030107050907" + "09FFFF");
    }

    @Test
    void isATimeThatTheCodecTakes() {
        byte[] data =
                VmcMessageCodec.encode(
                        new VmcMessage.WriteTime(
                                MdbTime.bcd(LocalDateTime.of(2026, 12, 31, 23, 59, 59))),
                        SessionForm.UNKNOWN,
                        CashlessAddress.SECOND);

        assertThat(data).hasSize(12).startsWith(0x67, 0x03, 0x26, 0x12, 0x31);
    }
}
