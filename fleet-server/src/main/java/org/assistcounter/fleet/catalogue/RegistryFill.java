package org.assistcounter.fleet.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * Everything that an empty registry is filled with at once. Nobody has checked it: what becomes of
 * it is what the tables allow.
 *
 * @param since when suppliers and products were entered
 */
public record RegistryFill(
        List<Supplier> suppliers,
        List<RegisteredProduct> products,
        List<Filed> applications,
        List<FiledPaper> papers,
        List<Exclusion> exclusions,
        Instant since) {

    /**
     * An application with all that was done with it.
     *
     * @param application whose id is not used
     */
    public record Filed(Application application, List<Step> steps) {}

    /** A paper of a product. */
    public record FiledPaper(
            String product, PaperKind kind, String name, Papers.Content content, Step.By by) {}
}
