package org.assistcounter.devices.climate;

/** Why a sensor's answer is no measurement. */
public enum SensorFault {
    WRONG_FORM("not the form of an answer"),
    WRONG_CRC("the CRC is wrong"),
    POWER_ON_VALUE("85.0, which it says before its first conversion"),
    SHORTED("all bits equal: shorted or not there"),
    OUT_OF_RANGE("a temperature that it cannot measure");

    private final String words;

    SensorFault(String words) {
        this.words = words;
    }

    /** The reason for a log line. */
    public String words() {
        return words;
    }
}
