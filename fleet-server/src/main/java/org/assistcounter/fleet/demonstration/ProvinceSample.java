package org.assistcounter.fleet.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.divisions.Divisions;

/**
 * Suppliers and products of a province on a day: real counties and crops, invented suppliers. Pure:
 * the same day gives the same sample. Whatever is made up besides, such as lots, starts from its
 * products and draws from {@link Draw} by their codes, so that neither changes the other.
 *
 * @param counties those that were poor by the national list
 * @param suppliers by county
 * @param products by county; each one's supplier is among the suppliers
 */
public record ProvinceSample(
        LocalDate day,
        List<Place> counties,
        List<Supplier> suppliers,
        List<RegisteredProduct> products) {

    /** The one of a day. */
    public static ProvinceSample of(LocalDate day, Divisions divisions, Catalogue catalogue) {
        List<Place> counties = Place.all(divisions);
        List<Crop> crops = Crop.all();
        List<Village> villages = Village.all();
        List<Supplier> suppliers = new ArrayList<>();
        List<RegisteredProduct> products = new ArrayList<>();
        for (Place county : counties) {
            CountySample sample =
                    new CountySample(
                            new SupplierSample(county, villages, day),
                            catalogue.goods().stream()
                                    .filter(good ->
                                            good.product().county().code().equals(county.code()))
                                    .toList(),
                            crops.stream().filter(crop -> county.isIn(crop.counties())).toList());
            suppliers.addAll(sample.suppliers());
            products.addAll(sample.products());
        }
        return new ProvinceSample(day, counties, List.copyOf(suppliers), List.copyOf(products));
    }

    /** Its suppliers by their ids. */
    public Map<String, Supplier> suppliersById() {
        return suppliers.stream().collect(Collectors.toMap(Supplier::id, Function.identity()));
    }
}
