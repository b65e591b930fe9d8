package org.assistcounter.simulators.modbus;

/** How often motors turned and how many goods fell, counted where it happens. */
public record MotorSnapshot(long turns, long drops) {}
