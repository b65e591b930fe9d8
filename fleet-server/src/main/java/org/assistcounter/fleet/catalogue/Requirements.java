package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.assistcounter.fleet.divisions.CountyAnswer;

/** What has to be there before a product can be recognised. Pure. */
final class Requirements {

    private Requirements() {}

    /**
     * What is known of a product.
     *
     * @param origin what the list of divisions says of the supplier's county
     * @param papers which kinds there are
     * @param isExcluded whether it or its supplier is on the blacklist
     */
    record Known(
            Supplier supplier, CountyAnswer origin, Set<PaperKind> papers, boolean isExcluded) {}

    /** The words of what is missing; empty when nothing is. */
    static List<String> missing(Known known, LocalDate today) {
        List<String> missing = new ArrayList<>();
        if (known.isExcluded()) {
            missing.add("excluded");
        }
        if (!known.supplier().licence().isGood(today)) {
            missing.add("licence-ended");
        }
        if (!(known.origin() instanceof CountyAnswer.Found)) {
            missing.add("county-ended");
        }
        PaperKind.NEEDED.stream()
                .filter(kind -> !known.papers().contains(kind))
                .sorted(Comparator.naturalOrder())
                .forEach(kind -> missing.add("paper-" + kind.word()));
        return missing;
    }
}
