package org.assistcounter.shippedparts;

import java.util.Comparator;

/**
 * Something that another made.
 *
 * @param name group and artifact, with the classifier where it has one
 * @param licence as its own project says; empty where it says nothing
 */
record Part(Product product, String name, String version, String licence) {
    static final Comparator<Part> ORDER =
            Comparator.comparing(Part::product)
                    .thenComparing(Part::name)
                    .thenComparing(Part::version);

    /** What it is shipped in. */
    enum Product {
        COUNTER,
        FLEET;

        String word() {
            return this == FLEET ? "fleet" : "counter";
        }

        /** Where the build writes its bill. */
        String bill() {
            return (this == FLEET ? "fleet-server" : "counter-agent") + "/target/bom.json";
        }
    }

    boolean isSamePart(Part other) {
        return product == other.product && name.equals(other.name);
    }

    /** As a line of the list. */
    String line() {
        return "%-8s %s:%s  %s".formatted(product.word(), name, version, licence);
    }
}
