package org.assistcounter.devices.climate;

/**
 * Where a Raspberry Pi has a cooled compartment: outputs by their number on the chip (BCM), on when
 * high, and what measures the air.
 *
 * @param thermometers how many DS18B20 hang on the 1-Wire line, 0 to 2
 * @param sht3xAddress of an SHT3x on the first I2C bus, 0 where there is none
 */
public record ClimatePins(int compressor, int fan, int heater, int thermometers, int sht3xAddress) {

    /** The highest pin of the header. */
    public static final int PIN_MAX = 27;

    /** No more DS18B20 are told apart. */
    public static final int THERMOMETERS_MAX = 2;

    /** Pins that are pulled down while a Raspberry Pi starts, so nothing is switched on then. */
    public static final ClimatePins USUAL = new ClimatePins(17, 27, 22, 1, 0);

    public ClimatePins {
        boolean isTwice = compressor == fan || compressor == heater || fan == heater;
        if (isTwice || thermometers + sht3xAddress == 0) {
            throw new IllegalArgumentException("One pin for each output, and a thermometer.");
        }
        if (thermometers == THERMOMETERS_MAX && sht3xAddress != 0) {
            throw new IllegalArgumentException("Two thermometers measure the air at most.");
        }
    }
}
