package org.assistcounter.fleet.complaints.web;

/** Amounts as shoppers read them: ¥9.90. */
final class Yuan {
    private static final int MINOR_DIGITS = 100;

    private Yuan() {}

    static String of(long minor) {
        return "¥%d.%02d".formatted(minor / MINOR_DIGITS, minor % MINOR_DIGITS);
    }
}
