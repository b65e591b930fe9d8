package org.assistcounter.fleet.dashboards;

/** Amounts of fen as people read them: ¥1,234.50. */
final class Money {
    private static final int MINOR_DIGITS = 100;

    private Money() {}

    static String yuan(long fen) {
        String sign = fen < 0 ? "−" : "";
        long size = Math.abs(fen);
        return "%s¥%,d.%02d".formatted(sign, size / MINOR_DIGITS, size % MINOR_DIGITS);
    }
}
