package org.assistcounter.devices.spiral;

/**
 * Where an MCP23017 answers on the I2C bus of this computer: 20h to 27h, by the levels of its three
 * address pins.
 */
public record ExpanderAddress(int value) {

    public static final int LEAST = 0x20;
    public static final int MOST = 0x27;

    public ExpanderAddress {
        if (value < LEAST || value > MOST) {
            throw new IllegalArgumentException("No address of an expander: " + value);
        }
    }
}
