package org.assistcounter.counter.screen;

import java.time.LocalDate;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.shelf.Bilingual;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfSlot;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One slot's goods as the browser draws them. */
final class GoodsWriter {
    private final Shelf shelf;
    private final LocalDate today;

    GoodsWriter(Shelf shelf, String today) {
        this.shelf = shelf;
        this.today = LocalDate.parse(today);
    }

    ObjectNode write(ShelfSlot slot) {
        Product product = shelf.product(slot);
        ObjectNode good =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("slot", slot.slot())
                        .put("row", slot.place().row())
                        .put("column", slot.place().column())
                        .put("code", product.code())
                        .put("priceFen", slot.priceMinor())
                        .put("weightGrams", product.packing().weightGrams())
                        .put("bestBefore", slot.lot().bestBefore().toString())
                        .put("harvested", slot.lot().harvested().toString())
                        .put("lot", slot.lot().number())
                        .put("category", product.category())
                        .put("picture", product.picture());
        words(good, "name", product.name());
        words(good, "story", product.story());
        words(good, "supplier", product.supplier());
        good.putObject("county")
                .put("code", product.county().code())
                .put("zh", product.county().zh())
                .put("en", product.county().en());
        Shelf.Availability availability = shelf.availability(slot, today);
        good.put("available", availability == Shelf.Availability.AVAILABLE);
        if (availability != Shelf.Availability.AVAILABLE) {
            good.put("why", availability.word());
        }
        return good;
    }

    private static void words(ObjectNode good, String field, Bilingual words) {
        good.putObject(field).put("zh", words.zh()).put("en", words.en());
    }
}
