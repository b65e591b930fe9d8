package org.assistcounter.fleet.signatures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far signatures were looked at.
 *
 * @param records how many records there are
 * @param checked of how many the signature was checked, by ingest or behind it
 * @param debt how many wait
 * @param bad how many are wrongly signed
 * @param oldestSince when the oldest came that waits; null when none waits
 * @param oldestAgeMillis how long that is ago; 0 when none waits
 * @param perSecond how many this instance has looked at in a second, over the last minute
 */
public record SignatureProgress(
        long records,
        long checked,
        long debt,
        long bad,
        @Nullable Instant oldestSince,
        long oldestAgeMillis,
        double perSecond) {}
