package org.assistcounter.devices.climate;

import java.util.OptionalInt;

/**
 * What is known at one moment; an empty temperature is a sensor that gives none.
 *
 * @param evaporatorMilli ends a defrost when warm; empty where there is no such sensor
 */
public record ClimateInput(OptionalInt airMilli, OptionalInt evaporatorMilli, boolean isDoorOpen) {}
