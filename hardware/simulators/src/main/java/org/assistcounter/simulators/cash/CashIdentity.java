package org.assistcounter.simulators.cash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.assistcounter.devices.mdb.Identification;

/** Who a simulated device says it is: no option bit is offered. */
final class CashIdentity {

    private CashIdentity() {}

    static byte[] of(String model, int optionBytes) {
        String text = String.format("SIM%-12s%-12s", "000000000042", model);
        return ByteBuffer.allocate(Identification.BYTES + optionBytes)
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x0100)
                .array();
    }
}
