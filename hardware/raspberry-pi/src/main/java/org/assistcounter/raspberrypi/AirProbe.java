package org.assistcounter.raspberrypi;

/** Something that measures a compartment's air. */
interface AirProbe {

    /** The line of {@code ClimateBytes} for what it says now; it may take a second. */
    String read(String name);
}
