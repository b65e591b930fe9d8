package org.assistcounter.protocol.shelf;

/**
 * A kind of goods as a shopper sees it.
 *
 * @param code names the product for good, in records and files
 * @param category a word of the catalogue, for filters
 * @param picture a file name among the release's pictures
 */
public record Product(
        String code,
        Bilingual name,
        String category,
        County county,
        Packing packing,
        Bilingual story,
        Bilingual supplier,
        String picture) {

    /**
     * What is in the packet.
     *
     * @param weightGrams net weight
     * @param shelfLifeDays from packing to best before
     * @param chilled must be kept cold; a breach of the cold chain locks it
     */
    public record Packing(int weightGrams, int shelfLifeDays, boolean chilled) {
        public Packing {
            if (weightGrams <= 0 || shelfLifeDays <= 0) {
                throw new IllegalArgumentException("weight and shelf life are above zero");
            }
        }

        /** What keeps without cooling. */
        public Packing(int weightGrams, int shelfLifeDays) {
            this(weightGrams, shelfLifeDays, false);
        }
    }

    public Product {
        if (!code.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a product code is a-z, 0-9 and -, not " + code);
        }
        if (!picture.matches("[a-z0-9-]{1,60}\\.svg")) {
            throw new IllegalArgumentException("a picture is a plain svg file name: " + picture);
        }
    }
}
