package org.assistcounter.fleet.divisions;

/**
 * How far down a division stands; cities are all of the prefecture's level, counties districts too.
 */
public enum Level {
    PROVINCE,
    CITY,
    COUNTY
}
