package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.divisions.CountyAnswer;

/** Whether an entry of the registry may stand so. Pure; the words of what is wrong come out. */
final class EntryRules {

    private EntryRules() {}

    static List<String> wrong(Supplier supplier, CountyAnswer county, LocalDate today) {
        List<String> wrong = new ArrayList<>();
        switch (county) {
            case CountyAnswer.Found _ -> {}
            case CountyAnswer.Ended _ -> wrong.add("county-ended");
            case CountyAnswer.NotACounty _ -> wrong.add("not-a-county");
            case CountyAnswer.Unknown _ -> wrong.add("county-unknown");
        }
        if (!supplier.licence().isGood(today)) {
            wrong.add("licence-ended");
        }
        return wrong;
    }

    static List<String> wrong(RegisteredProduct product) {
        List<String> wrong = new ArrayList<>();
        var prices = product.prices();
        if (prices.priceMinor() > prices.ceilingMinor()) {
            wrong.add("above-ceiling");
        }
        if (prices.supplierMinor() > prices.priceMinor()) {
            wrong.add("share-above-price");
        }
        return wrong;
    }

    /** Whether what offices check of a supplier is as it was; a licence may be renewed. */
    static boolean isSameAsChecked(Supplier old, Supplier wanted) {
        return old.name().equals(wanted.name())
                && old.kind() == wanted.kind()
                && old.licence().number().equals(wanted.licence().number())
                && old.origin().village().equals(wanted.origin().village());
    }

    /** What was checked stays as it was while offices check it, and while it is recognised. */
    static List<String> wrongToChange(
            RegisteredProduct old, RegisteredProduct wanted, boolean isChecked, LocalDate today) {
        boolean isFixed = isChecked || old.recognised().isOn(today);
        boolean isSame =
                old.name().equals(wanted.name())
                        && old.goods().equals(wanted.goods())
                        && old.prices().ceilingMinor() == wanted.prices().ceilingMinor();
        if (!isFixed || isSame) {
            return wrong(wanted);
        }
        return List.of(isChecked ? "checked-meanwhile" : "recognised-so");
    }
}
