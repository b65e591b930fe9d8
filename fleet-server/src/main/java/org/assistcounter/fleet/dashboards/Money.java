package org.assistcounter.fleet.dashboards;

/** Amounts of fen as people read them: ¥1,234.50. */
final class Money {
    private static final int MINOR_DIGITS = 100;

    private Money() {}

    static String yuan(long fen) {
        long size = Math.abs(fen);
        return sign(fen) + "¥%,d.%02d".formatted(size / MINOR_DIGITS, size % MINOR_DIGITS);
    }

    /** Pieces, with the same sign as amounts. */
    static String pieces(long count) {
        return sign(count) + "%,d".formatted(Math.abs(count));
    }

    private static String sign(long number) {
        return number < 0 ? "−" : "";
    }
}
