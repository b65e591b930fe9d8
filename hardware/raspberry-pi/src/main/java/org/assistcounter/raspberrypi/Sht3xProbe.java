package org.assistcounter.raspberrypi;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assistcounter.devices.climate.ClimateBytes;

/** An SHT3x on I2C: a single shot of high repeatability without clock stretching (24 00), 15 ms. */
final class Sht3xProbe implements AirProbe {

    private static final byte[] SINGLE_SHOT = {0x24, 0x00};
    private static final long MEASURES_MILLIS = 20;
    private static final int BYTES = 6;

    private final I2C sensor;

    Sht3xProbe(I2C sensor) {
        this.sensor = sensor;
    }

    @Override
    public String read(String name) {
        return ClimateBytes.ofSht3x(name, hex());
    }

    private String hex() {
        try {
            sensor.write(SINGLE_SHOT);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MEASURES_MILLIS));
            byte[] answer = new byte[BYTES];
            int count = sensor.read(answer, 0, BYTES);
            return HexFormat.of().formatHex(answer, 0, Math.clamp(count, 0, BYTES));
        } catch (Pi4JException e) {
            // It does not acknowledge: it says nothing, which is what the driver is told.
            return "";
        }
    }
}
