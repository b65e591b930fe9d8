package org.assistcounter.busdecoder;

import java.util.List;
import org.assistcounter.devices.mdb.Decoded;

/** A device on the bus and what it has agreed on. Data has no checksum. */
interface Device {

    /** The name that a technician would use. */
    String name();

    /** What the controller said to it; what it agrees on is only kept when the block was sound. */
    Decoded<List<Named>> commanded(byte[] data, boolean isSound);

    /** What it said. */
    Decoded<List<Named>> answered(byte[] data, boolean isSound);
}
