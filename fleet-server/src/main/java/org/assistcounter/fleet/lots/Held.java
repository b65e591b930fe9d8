package org.assistcounter.fleet.lots;

/** How much of a lot lies at a place. */
public record Held(Place place, long quantity) {}
