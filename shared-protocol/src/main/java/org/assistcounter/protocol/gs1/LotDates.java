package org.assistcounter.protocol.gs1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days that a label names.
 *
 * @param produced (11), harvested or made
 * @param packed (13)
 * @param bestBefore (15), the last day of full quality
 * @param useBy (17), the last day at all
 */
public record LotDates(
        @Nullable LocalDate produced,
        @Nullable LocalDate packed,
        @Nullable LocalDate bestBefore,
        @Nullable LocalDate useBy) {
    /** A label without any. */
    public static final LotDates NONE = new LotDates(null, null, null, null);
}
