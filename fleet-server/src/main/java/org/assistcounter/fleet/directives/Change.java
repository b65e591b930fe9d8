package org.assistcounter.fleet.directives;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of one product at several counters, as it was made.
 *
 * @param place where
 * @param counters how many it was made at
 */
public record Change(long id, Wish wish, Place place, int counters, String by, Instant at) {

    /**
     * What is to become of a product.
     *
     * @param priceMinor its price from now on; 0 for that of each counter's release, null to leave
     *     it
     * @param isOffered whether it is sold; null to leave that
     */
    public record Wish(String product, @Nullable Long priceMinor, @Nullable Boolean isOffered) {

        /** Whether it only takes something away from sale. */
        boolean isWithdrawal() {
            return priceMinor == null && Boolean.FALSE.equals(isOffered);
        }

        boolean isNothing() {
            return priceMinor == null && isOffered == null;
        }
    }

    /** At which counters. */
    public sealed interface Place {

        /** What was named; one counter goes before a site, and nothing or a blank is everywhere. */
        static Place of(@Nullable String site, @Nullable String counter) {
            if (counter != null && !counter.isBlank()) {
                return new AtCounter(counter.strip());
            }
            return site == null || site.isBlank() ? new Everywhere() : new AtSite(site);
        }

        /** All of the tenant that are in service. */
        record Everywhere() implements Place {}

        /** Those of one site. */
        record AtSite(String site) implements Place {}

        /** The one that carries this label. */
        record AtCounter(String label) implements Place {}
    }
}
