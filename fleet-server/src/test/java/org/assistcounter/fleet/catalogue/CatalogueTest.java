package org.assistcounter.fleet.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a shopper and an auditor may expect of every good in the catalogue's file. */
class CatalogueTest {
    private static final int GOODS_MIN = 24;

    /** Each kind of source with what it has to name. */
    private static final Map<String, String> SOURCES =
            Map.of("page", "url", "publication", "publisher", "general-knowledge", "checkAgainst");

    private final List<JsonNode> goods = goods();

    @Test
    void holdsTheGoodsOfTheProgrammeEachOnce() {
        assertThat(goods).hasSizeGreaterThanOrEqualTo(GOODS_MIN);
        assertThat(goods).extracting(good -> good.path("code").asString()).doesNotHaveDuplicates();
    }

    @Test
    void namesTheProducingCountyWithItsDivisionCodeOfShaanxi() {
        assertThat(goods)
                .extracting(good -> good.path("county").path("code").asString())
                .allMatch(code -> code.matches("61\\d{4}") && !code.endsWith("00"));
        var names =
                goods.stream()
                        .map(good -> good.path("county"))
                        .collect(
                                Collectors.groupingBy(
                                        county -> county.path("code").asString(),
                                        Collectors.mapping(
                                                county -> county.path("zh").asString(),
                                                Collectors.toSet())));
        assertThat(names.values()).allSatisfy(of -> assertThat(of).hasSize(1));
    }

    @Test
    void saysWhereThePairingOfGoodAndCountyIsFrom() {
        assertThat(goods)
                .extracting(good -> good.path("source"))
                .allSatisfy(source -> {
                    String named = SOURCES.get(source.path("kind").asString());
                    assertThat(source.path(named).asString()).isNotBlank();
                    assertThat(source.path("title").asString()).isNotBlank();
                });
        assertThat(goods)
                .filteredOn(good -> good.path("source").path("checkAgainst").isMissingNode())
                .hasSizeGreaterThanOrEqualTo(GOODS_MIN);
    }

    @Test
    void tellsPriceWeightShelfLifeAndStoryInBothLanguages() {
        assertThat(goods)
                .allSatisfy(good -> {
                    assertThat(good.path("priceFen").asLong()).isBetween(100L, 65_000L);
                    assertThat(good.path("weightGrams").asInt()).isPositive();
                    assertThat(good.path("shelfLifeDays").asInt()).isPositive();
                    for (String text : List.of("name", "story", "supplier")) {
                        assertThat(good.path(text).path("zh").asString()).isNotBlank();
                        assertThat(good.path(text).path("en").asString()).isNotBlank();
                    }
                });
    }

    @Test
    void marksEverySupplierAsFictional() {
        assertThat(goods)
                .extracting(good -> good.path("supplier"))
                .allSatisfy(supplier -> {
                    assertThat(supplier.path("zh").asString()).startsWith("示例");
                    assertThat(supplier.path("en").asString()).startsWith("Example");
                });
    }

    @Test
    void hasADrawingOfItsOwnForEachGood() throws IOException {
        Catalogue catalogue = new Catalogue();
        var drawings = new HashSet<String>();
        for (Catalogue.Good good : catalogue.goods()) {
            String drawing = catalogue.picture(good.product());
            assertThat(drawing).contains("<svg").contains("</svg>");
            drawings.add(drawing);
        }

        assertThat(drawings).hasSameSizeAs(catalogue.goods());
    }

    private static List<JsonNode> goods() {
        try (InputStream file = new ClassPathResource("catalogue/goods.json").getInputStream()) {
            return JsonMapper.shared().readTree(file).path("goods").valueStream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
