package org.assistcounter.endtoend;

/**
 * How somebody looks at a page.
 *
 * @param targetMin the smallest edge that a pointer or a thumb hits there
 */
record Look(int width, int height, int targetMin) {
    static final Look DESK = new Look(1440, 900, 20);
    static final Look PHONE = new Look(390, 844, 40);

    boolean isPhone() {
        return width < height;
    }

    static Look of(int width) {
        return width == PHONE.width ? PHONE : DESK;
    }
}
