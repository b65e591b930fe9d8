package org.assistcounter.devices.cabinet;

/** What the contacts say at one moment, bounces and all. */
public record CabinetLevels(boolean isDoorClosed, boolean isPowerGood) {}
