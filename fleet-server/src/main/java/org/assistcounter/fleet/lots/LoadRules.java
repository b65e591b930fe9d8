package org.assistcounter.fleet.lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;

/**
 * Whether a lot may be brought to where it is sold. Pure; the words of what forbids it come out.
 */
final class LoadRules {

    private LoadRules() {}

    /** What is known of a lot and its origin. */
    record Known(
            Lot lot, RegisteredProduct product, Supplier supplier, boolean hasFailedInspection) {}

    static List<String> forbid(Known known, LocalDate today) {
        List<String> words = new ArrayList<>();
        boolean isExcluded = known.product().recognised().isExcluded();
        if (isExcluded) {
            words.add("excluded");
        }
        if (known.hasFailedInspection()) {
            words.add("inspection-failed");
        }
        if (!isExcluded && !known.product().recognised().isOn(today)) {
            words.add("not-recognised");
        }
        if (!known.supplier().licence().isGood(today)) {
            words.add("licence-ended");
        }
        if (known.product().goods().isPrimary() && known.lot().certificate() == null) {
            words.add("no-certificate");
        }
        if (!known.lot().days().isGood(today)) {
            words.add("past-best-before");
        }
        return words;
    }

    /** Whether an entry may stand so. */
    static List<String> wrong(Lot lot, RegisteredProduct product, LocalDate today) {
        List<String> words = new ArrayList<>();
        var days = lot.days();
        if (days.packed().isBefore(days.harvested())) {
            words.add("packed-before-harvest");
        }
        if (days.harvested().isAfter(today)) {
            words.add("harvest-to-come");
        }
        if (days.bestBefore().isBefore(days.packed())) {
            words.add("ends-before-packed");
        }
        if (days.bestBefore().isAfter(days.packed().plusDays(product.goods().shelfLifeDays()))) {
            words.add("beyond-shelf-life");
        }
        var certificate = lot.certificate();
        if (certificate != null && certificate.issued().isAfter(today)) {
            words.add("certificate-to-come");
        }
        return words;
    }
}
