package org.assistcounter.fleet.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;

/** Makes up who is in a county and what they have. */
final class CountySample {
    private static final int SUPPLIERS_MIN = 2;
    private static final int SUPPLIERS_MAX = 3;
    private static final int SECOND_PACKET_PERCENT = 55;

    private final Place place;
    private final SupplierSample makers;
    private final List<Supplier> suppliers = new ArrayList<>();
    private final Map<String, Supplier> byCategory = new HashMap<>();
    private final List<RegisteredProduct> products = new ArrayList<>();

    /**
     * What grows there is handed out among its suppliers by category.
     *
     * @param goods those of the catalogue that are of this county
     * @param crops all that grow there
     */
    CountySample(SupplierSample makers, List<Catalogue.Good> goods, List<Crop> crops) {
        this.place = makers.place();
        this.makers = makers;
        for (Catalogue.Good good : goods) {
            addKnown(good, crops);
        }
        Set<String> taken =
                goods.stream().map(each -> each.product().code()).collect(Collectors.toSet());
        addSuppliers(crops);
        for (Crop crop : crops) {
            addInvented(crop, taken);
        }
    }

    List<Supplier> suppliers() {
        return suppliers;
    }

    List<RegisteredProduct> products() {
        return products;
    }

    private void addKnown(Catalogue.Good good, List<Crop> crops) {
        String code = good.product().code();
        Crop crop =
                crops.stream()
                        .filter(each -> code.equals(ProductSample.code(place, each, 0)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no crop of " + code));
        Supplier supplier = makers.known(suppliers.size() + 1, good.product().supplier());
        suppliers.add(supplier);
        byCategory.putIfAbsent(good.product().category(), supplier);
        products.add(sample(crop, supplier).known(good, products.size()));
    }

    /** Each of the new ones takes a few of the categories that nobody has. */
    private void addSuppliers(List<Crop> crops) {
        List<String> open =
                crops.stream()
                        .map(crop -> crop.what().category())
                        .distinct()
                        .filter(category -> !byCategory.containsKey(category))
                        .toList();
        int wanted = new Draw(place.slug()).between("suppliers", SUPPLIERS_MIN, SUPPLIERS_MAX);
        int count = Math.max(1, wanted - suppliers.size());
        int before = suppliers.size();
        for (int at = 0; at < open.size(); at++) {
            int number = before + 1 + at * count / open.size();
            if (number > suppliers.size()) {
                suppliers.add(makers.invented(number, open.get(at)));
            }
            byCategory.put(open.get(at), suppliers.getLast());
        }
    }

    private void addInvented(Crop crop, Set<String> taken) {
        ProductSample sample =
                sample(
                        crop,
                        Optional.ofNullable(byCategory.get(crop.what().category())).orElseThrow());
        if (!taken.contains(ProductSample.code(place, crop, 0))) {
            products.add(sample.invented(0, products.size()));
        }
        boolean hasSecond =
                crop.packing().grams().size() > 1
                        && new Draw(ProductSample.code(place, crop, 1))
                                .isIn("second", SECOND_PACKET_PERCENT);
        if (hasSecond) {
            products.add(sample.invented(1, products.size()));
        }
    }

    private ProductSample sample(Crop crop, Supplier supplier) {
        return new ProductSample(place, crop, supplier, makers.day());
    }
}
