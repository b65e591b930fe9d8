package org.assistcounter.fleet.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.LotImport;
import org.junit.jupiter.api.Test;

/** The lots of the province's sample. */
class LotSampleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final ProvinceSample province = ProvinceSampleTest.sample(DAY);
    private final LotImport.Fill fill = LotSample.of(province);

    @Test
    void hasFiveThousandLotsEachOnce() {
        assertThat(fill.lots()).hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(fill.lots()).extracting(Lot::key).doesNotHaveDuplicates();
        assertThat(fill.lots()).isEqualTo(LotSample.of(province).lots());
    }

    @Test
    void keepsTheDaysInOrderAndTheNewestGood() {
        assertThat(fill.lots())
                .allSatisfy(lot -> {
                    assertThat(lot.days().harvested()).isBeforeOrEqualTo(lot.days().packed());
                    assertThat(lot.days().packed()).isBefore(DAY);
                    assertThat(lot.days().bestBefore()).isAfter(lot.days().packed());
                });
        assertThat(fill.lots()).anyMatch(lot -> !lot.days().isGood(DAY));
        assertThat(fill.lots().stream().filter(lot -> lot.days().isGood(DAY)).count())
                .isGreaterThan(fill.lots().size() / 2);
    }

    @Test
    void promisesForPrimaryProduceAndForgetsItOfAFewNewOnes() {
        Map<String, RegisteredProduct> products =
                province.products().stream()
                        .collect(Collectors.toMap(RegisteredProduct::code, Function.identity()));
        var primary =
                fill.lots().stream()
                        .filter(lot ->
                                Objects.requireNonNull(products.get(lot.key().product()))
                                        .goods()
                                        .isPrimary())
                        .toList();
        long bare = primary.stream().filter(lot -> lot.certificate() == null).count();

        assertThat(bare).isBetween(1L, primary.size() / 20L);
    }

    @Test
    void passesAsManySamplesAsTheProgrammeWants() {
        long failed = fill.samples().stream().filter(sample -> !sample.hasPassed()).count();

        assertThat(fill.samples()).hasSizeGreaterThan(1_000);
        assertThat(failed).isBetween(1L, fill.samples().size() / 50L);
    }
}
