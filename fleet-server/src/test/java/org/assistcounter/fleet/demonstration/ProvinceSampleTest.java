package org.assistcounter.fleet.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.catalogue.SupplierKind;
import org.assistcounter.fleet.divisions.CountyAnswer;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.protocol.gs1.Gtin;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What grows where, and who has it. */
class ProvinceSampleTest {
    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final AnnotationConfigApplicationContext FILES =
            new AnnotationConfigApplicationContext(Divisions.class, Catalogue.class);
    private static final Divisions DIVISIONS = FILES.getBean(Divisions.class);
    private static final Catalogue CATALOGUE = FILES.getBean(Catalogue.class);
    private static final int NAME_MAX = 100;

    private final ProvinceSample sample = sample(DAY);
    private final List<RegisteredProduct> products = sample.products();
    private final Map<String, Supplier> suppliers = sample.suppliersById();

    static ProvinceSample sample(LocalDate day) {
        return ProvinceSample.of(day, DIVISIONS, CATALOGUE);
    }

    @Test
    void hasTheFiftySixCountiesUnderTheirCodesOfToday() {
        assertThat(sample.counties()).hasSize(56).extracting(Place::slug).doesNotHaveDuplicates();
        for (Place place : sample.counties()) {
            assertThat(DIVISIONS.county(place.code(), DAY.getYear()))
                    .as(place.code())
                    .isInstanceOf(CountyAnswer.Found.class);
            assertThat(DIVISIONS.name(place.code(), false)).startsWith(place.name().zh());
        }
        assertThat(sample.counties()).extracting(Place::code).contains("610981", "611026");
    }

    @Test
    void hasSomethingOfEachCountyAndOverFiveHundredProducts() {
        Set<String> counties =
                products.stream().map(this::county).collect(Collectors.toCollection(HashSet::new));

        assertThat(products).hasSizeGreaterThanOrEqualTo(500);
        assertThat(counties).hasSize(56);
        assertThat(products)
                .extracting(RegisteredProduct::supplier)
                .containsAll(suppliers.keySet());
    }

    @Test
    void namesEachProductOnceAndAsARegistryTakesIt() {
        assertThat(products).extracting(RegisteredProduct::code).doesNotHaveDuplicates();
        assertThat(products).extracting(RegisteredProduct::name).doesNotHaveDuplicates();
        for (RegisteredProduct product : products) {
            assertThat(product.code()).matches("[a-z][a-z0-9-]{1,38}");
            assertThat(product.name().en()).hasSizeLessThan(NAME_MAX);
            assertThat(Catalogue.CATEGORIES).contains(product.goods().category());
        }
    }

    @Test
    void givesEachNumberOnceAndWithItsCheckDigit() {
        List<String> numbers =
                products.stream()
                        .map(product -> product.goods().gtin())
                        .filter(gtin -> !gtin.isEmpty())
                        .toList();

        assertThat(numbers).doesNotHaveDuplicates().hasSizeBetween(300, products.size() - 50);
        assertThat(numbers).allMatch(gtin -> gtin.startsWith("0690000"));
        assertThatCode(() -> numbers.forEach(Gtin::new)).doesNotThrowAnyException();
    }

    @Test
    void asksNoMoreThanTheCeilingAndSharesNoMoreThanIsPaid() {
        for (RegisteredProduct product : products) {
            var prices = product.prices();
            assertThat(prices.priceMinor())
                    .as(product.code())
                    .isBetween(prices.supplierMinor(), prices.ceilingMinor());
            assertThat(prices.supplierMinor() * 100 / prices.priceMinor()).isBetween(50L, 80L);
            assertThat(product.supply().households()).isPositive();
            assertThat(product.supply().yearlyKilograms()).isPositive();
        }
    }

    @Test
    void tellsShortStoriesThatPromiseNothing() {
        for (Crop crop : Crop.all()) {
            assertThat(crop.story().zh()).hasSizeLessThan(80).doesNotContainPattern("最|第一|疗|养生");
            assertThat(crop.story().en())
                    .hasSizeLessThan(200)
                    .doesNotContainPattern("\\b(best|most|finest|heal\\w*|cures?)\\b");
        }
        for (RegisteredProduct product : products) {
            assertThat(product.supply().story().zh()).doesNotContain("{");
            assertThat(product.supply().story().en()).doesNotContain("{");
        }
    }

    @Test
    void saysOfEverySupplierThatItIsAnExample() {
        assertThat(suppliers.values())
                .hasSizeGreaterThan(100)
                .allMatch(supplier -> supplier.name().zh().startsWith("示例·"))
                .allMatch(supplier -> supplier.name().en().startsWith("Example "))
                .allMatch(supplier -> supplier.origin().village().startsWith("示例"));
        assertThat(suppliers.values())
                .extracting(supplier -> supplier.name().zh())
                .doesNotHaveDuplicates();
        assertThat(suppliers.values()).extracting(Supplier::kind).contains(SupplierKind.values());
    }

    @Test
    void letsTheVisitorKeepAFifth() {
        Map<String, Long> kept =
                new TreeMap<>(
                        suppliers.values().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Supplier::tenant, Collectors.counting())));

        assertThat(kept).containsOnlyKeys("", "coop-demo", "demonstration");
        assertThat(kept.getOrDefault("demonstration", 0L) * 100 / suppliers.size())
                .isBetween(15L, 25L);
        assertThat(kept).containsEntry("coop-demo", 3L);
    }

    @Test
    void recognisesMostAndWhatCountersSell() {
        long on = products.stream().filter(each -> each.recognised().isOn(DAY)).count();
        long never = products.stream().filter(each -> each.recognised().term() == null).count();
        long ending =
                products.stream()
                        .filter(each -> each.recognised().isOn(DAY))
                        .filter(each -> !each.recognised().isOn(DAY.plusDays(91)))
                        .count();

        assertThat(on * 100 / products.size()).isBetween(80L, 90L);
        assertThat(never).isBetween(20L, 90L);
        assertThat(products.size() - on - never).isBetween(10L, 60L);
        assertThat(ending * 100 / on).isBetween(15L, 35L);
    }

    @Test
    void hasTheCataloguesGoodsAsCountersSellThem() {
        Map<String, RegisteredProduct> byCode =
                products.stream().collect(Collectors.toMap(RegisteredProduct::code, each -> each));

        for (Catalogue.Good good : CATALOGUE.goods()) {
            RegisteredProduct found = byCode.get(good.product().code());
            assertThat(found).as(good.product().code()).isNotNull();
            if (found != null) {
                assertThat(found.name()).isEqualTo(good.product().name());
                assertThat(found.prices().priceMinor()).isEqualTo(good.priceMinor());
                assertThat(county(found)).isEqualTo(good.product().county().code());
                assertThat(supplier(found).name()).isEqualTo(good.product().supplier());
                assertThat(supplier(found).licence().isGood(DAY)).isTrue();
                assertThat(found.recognised().isOn(DAY)).isTrue();
            }
        }
    }

    @Test
    void keepsCropsWhereTheyGrow() {
        assertThat(counties("hongzao")).allMatch(code -> code.matches("610[68].*"));
        assertThat(counties("fuxicha")).allMatch(code -> code.startsWith("6109"));
        assertThat(counties("heimi")).contains("610723");
        assertThat(counties("muer")).contains("611026");
        assertThat(counties("xiaomi"))
                .contains("610827")
                .noneMatch(code -> code.startsWith("6109"));
    }

    @Test
    void isTheSameOnTheSameDay() {
        assertThat(sample(DAY)).isEqualTo(sample);
        assertThat(sample(DAY.plusDays(1)).products())
                .extracting(RegisteredProduct::code)
                .isEqualTo(products.stream().map(RegisteredProduct::code).toList());
    }

    private Set<String> counties(String crop) {
        return products.stream()
                .filter(each -> each.code().matches("[a-z]+-" + crop + "(-2)?"))
                .map(this::county)
                .collect(Collectors.toSet());
    }

    private String county(RegisteredProduct product) {
        return supplier(product).origin().county();
    }

    private Supplier supplier(RegisteredProduct product) {
        Supplier found = suppliers.get(product.supplier());
        if (found == null) {
            throw new AssertionError("no supplier of " + product.code());
        }
        return found;
    }
}
