package org.assistcounter.protocol.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount over lines so that nothing is lost: by largest remainder. */
public final class Shares {

    private Shares() {}

    /**
     * The share of each weight, in its order; they add up to the total exactly. What whole units
     * cannot express goes to the largest remainders, the earlier line first. Without any weight all
     * lines weigh the same.
     *
     * @param totalMinor minor units, not negative
     * @param weights one for each line, not negative, at least one
     */
    public static List<Long> of(long totalMinor, List<Long> weights) {
        if (totalMinor < 0 || weights.isEmpty() || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException("nothing to split, or below nothing");
        }
        long sum = weights.stream().reduce(0L, Math::addExact);
        return sum == 0
                ? split(totalMinor, weights.stream().map(_ -> 1L).toList(), weights.size())
                : split(totalMinor, weights, sum);
    }

    private static List<Long> split(long total, List<Long> weights, long sum) {
        List<Long> shares = new ArrayList<>();
        List<Long> remainders = new ArrayList<>();
        for (long weight : weights) {
            BigInteger[] parts =
                    BigInteger.valueOf(total)
                            .multiply(BigInteger.valueOf(weight))
                            .divideAndRemainder(BigInteger.valueOf(sum));
            shares.add(parts[0].longValueExact());
            remainders.add(parts[1].longValueExact());
        }
        long missing = total - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(missing)
                .forEach(line -> shares.set(line, shares.get(line) + 1));
        return List.copyOf(shares);
    }
}
