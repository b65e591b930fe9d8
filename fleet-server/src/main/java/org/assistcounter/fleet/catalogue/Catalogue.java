package org.assistcounter.fleet.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.County;
import org.assistcounter.protocol.shelf.Product;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The programme's goods, read once from the catalogue's files; a wrong file stops the start. */
@Service
public class Catalogue {
    /** The words of categories, in the order a screen shows them. */
    public static final List<String> CATEGORIES =
            List.of(
                    "fruit",
                    "dried-fruit",
                    "nuts",
                    "grain",
                    "tea",
                    "mushroom",
                    "honey",
                    "preserved",
                    "dairy");

    private final Map<String, Good> goods = new LinkedHashMap<>();

    Catalogue() throws IOException {
        JsonNode file = JsonMapper.shared().readTree(read("goods.json"));
        for (JsonNode node : file.path("goods")) {
            Good good = good(node);
            if (goods.put(good.product().code(), good) != null) {
                throw new IllegalStateException("product twice: " + good.product().code());
            }
        }
    }

    /** A product and its list price. */
    public record Good(Product product, long priceMinor) {}

    /** All goods in the catalogue's order. */
    public List<Good> goods() {
        return new ArrayList<>(goods.values());
    }

    /** The Chinese name of a product; the code itself when it is not known. */
    public String name(String code) {
        Good good = goods.get(code);
        return good == null ? code : good.product().name().zh();
    }

    /** The name of a product in both languages; the code when it is not known. */
    public Bilingual names(String code) {
        Good good = goods.get(code);
        return good == null ? new Bilingual(code, code) : good.product().name();
    }

    /** The product of a code, when it is known. */
    public Optional<Good> find(String code) {
        return Optional.ofNullable(goods.get(code));
    }

    /** The drawing of a product, as SVG. */
    public String picture(Product product) throws IOException {
        return read("pictures/" + product.picture());
    }

    private static Good good(JsonNode node) {
        Product product =
                new Product(
                        node.path("code").asString(),
                        words(node.path("name")),
                        node.path("category").asString(),
                        new County(
                                node.path("county").path("code").asString(),
                                node.path("county").path("zh").asString(),
                                node.path("county").path("en").asString()),
                        new Product.Packing(
                                node.path("weightGrams").asInt(),
                                node.path("shelfLifeDays").asInt(),
                                node.path("chilled").asBoolean(false)),
                        words(node.path("story")),
                        words(node.path("supplier")),
                        node.path("picture").asString());
        return new Good(product, node.path("priceFen").asLong());
    }

    private static Bilingual words(JsonNode node) {
        return new Bilingual(node.path("zh").asString(), node.path("en").asString());
    }

    private static String read(String name) throws IOException {
        try (InputStream in = new ClassPathResource("catalogue/" + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
