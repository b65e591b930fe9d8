package org.assistcounter.devices.cabinet;

/** What is switched on. */
public record CabinetOutputs(boolean isLockReleased, boolean isLightOn) {

    /** Everything off: how a cabinet begins and ends. */
    public static final CabinetOutputs OFF = new CabinetOutputs(false, false);
}
