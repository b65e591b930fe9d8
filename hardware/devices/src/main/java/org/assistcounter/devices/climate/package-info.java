/**
 * Cooling: what temperature sensors say (DS18B20, SHT3x), what compressor, fan and defrost heater
 * do, and whether goods may still be sold. In: bytes and texts of sensors, the door, time. Out:
 * temperatures or named faults, outputs, a lock. Imports nothing of ours; no clock, no thread.
 */
@NullMarked
package org.assistcounter.devices.climate;

import org.jspecify.annotations.NullMarked;
