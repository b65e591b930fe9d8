package org.assistcounter.raspberrypi;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.plugin.mock.provider.i2c.MockI2C;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import java.util.List;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.spiral.ExpanderMessage;
import org.assistcounter.devices.spiral.ExpanderMessage.Kind;
import org.assistcounter.simulators.spiral.SimulatedSpiralMatrix;
import org.assistcounter.simulators.spiral.SpiralSnapshot;

/**
 * An MCP23017 at the level of its registers, with the simulated motors behind it. Pi4J's own mock
 * has queues where a chip has registers. It may not acknowledge for a while.
 */
final class FakeExpander extends MockI2C {

    private final SimulatedSpiralMatrix matrix = new SimulatedSpiralMatrix();
    private SpiralSnapshot seen = new SpiralSnapshot(false, 0, 0, 0, 0);
    private int deafReads;
    private int deafWrites;

    FakeExpander(Context pi4j) {
        super(
                MockI2CProvider.newInstance(),
                I2C.newConfigBuilder(pi4j).id("expander").bus(1).device(0x20).build());
    }

    /** So many accesses from now on are not acknowledged. */
    synchronized void beDeafTo(int reads, int writes) {
        deafReads = reads;
        deafWrites = writes;
    }

    synchronized SpiralSnapshot seen() {
        return seen;
    }

    @Override
    public synchronized int writeRegister(int register, byte value) {
        if (deafWrites > 0) {
            deafWrites--;
            throw new IOException("no acknowledge");
        }
        pass(new ExpanderMessage(Kind.WRITE, register, Byte.toUnsignedInt(value)));
        return 1;
    }

    @Override
    public synchronized int readRegister(int register) {
        if (deafReads > 0) {
            deafReads--;
            throw new IOException("no acknowledge");
        }
        byte[] answer = pass(new ExpanderMessage(Kind.READ, register, 0)).getFirst();
        return Byte.toUnsignedInt(answer[2]);
    }

    private List<byte[]> pass(ExpanderMessage message) {
        LineOutput<SpiralSnapshot> output =
                matrix.received(message.bytes(), System.nanoTime() / 1_000_000);
        output.events().forEach(snapshot -> seen = snapshot);
        return output.sends();
    }
}
