package org.assistcounter.protocol.gs1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Codes drawn from a seed, with everything that a code may have and often without. */
final class RandomCodes {
    /** The year that the days are drawn around. */
    static final int YEAR = 2026;

    private static final String SET_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private RandomCodes() {}

    static LotCode code(SplittableRandom random) {
        return new LotCode(
                Gtin.ofFirst12("%012d".formatted(random.nextLong(1_000_000_000_000L))),
                name(random),
                name(random),
                new LotDates(date(random), date(random), date(random), date(random)),
                random.nextBoolean() ? null : random.nextInt(100_000_000),
                weight(random));
    }

    private static @Nullable String name(SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(1, 21);
        while (name.length() < length) {
            name.append(SET_82.charAt(random.nextInt(SET_82.length())));
        }
        return name.toString();
    }

    private static @Nullable LocalDate date(SplittableRandom random) {
        return random.nextBoolean()
                ? null
                : LocalDate.of(YEAR - 49, 1, 1).plusDays(random.nextInt(36_524));
    }

    private static @Nullable BigDecimal weight(SplittableRandom random) {
        return random.nextBoolean()
                ? null
                : new BigDecimal(BigInteger.valueOf(random.nextInt(1_000_000)), random.nextInt(6));
    }
}
