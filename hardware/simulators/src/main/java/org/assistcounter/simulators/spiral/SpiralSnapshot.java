package org.assistcounter.simulators.spiral;

/**
 * The matrix as its motors know it.
 *
 * @param longestOnMillis the longest time that a motor was on
 * @param mostAtOnce how many motors were on together at most
 */
public record SpiralSnapshot(
        boolean isMotorOn, long turns, long drops, long longestOnMillis, int mostAtOnce) {}
