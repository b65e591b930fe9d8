package org.assistcounter.devices.dispenser;

/** What the drop sensor's self-test said last. */
public enum SelfTest {
    GOOD,
    BAD,
    UNKNOWN
}
