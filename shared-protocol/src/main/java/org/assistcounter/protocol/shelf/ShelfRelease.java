package org.assistcounter.protocol.shelf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything a counter offers, complete, under one revision. Once made it cannot be wrong. */
public record ShelfRelease(
        long revision, String currency, List<Product> products, List<ShelfSlot> slots) {

    public ShelfRelease {
        products = List.copyOf(products);
        slots = List.copyOf(slots);
        Set<String> codes = new HashSet<>();
        for (Product product : products) {
            if (!codes.add(product.code())) {
                throw new IllegalArgumentException("product " + product.code() + " twice");
            }
        }
        Set<Integer> numbers = new HashSet<>();
        for (ShelfSlot slot : slots) {
            if (!numbers.add(slot.slot())) {
                throw new IllegalArgumentException("slot " + slot.slot() + " twice");
            }
            if (!codes.contains(slot.product())) {
                throw new IllegalArgumentException(
                        "slot " + slot.slot() + " offers the unknown product " + slot.product());
            }
        }
    }
}
