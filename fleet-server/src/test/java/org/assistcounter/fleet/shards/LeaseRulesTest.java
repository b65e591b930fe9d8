package org.assistcounter.fleet.shards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes what, and what comes of it however instances come and go. */
class LeaseRulesTest {

    @Test
    void theOnlyInstanceTakesAll() {
        var move = LeaseRules.move("a", List.of("a"), Map.of());

        assertThat(move.taken()).isEqualTo(Shard.COUNT);
        assertThat(move.givenUp()).isEmpty();
    }

    @Test
    void givesUpHalfWhenASecondComes() {
        var move = LeaseRules.move("a", List.of("a", "b"), allOf("a"));

        assertThat(move.givenUp()).hasSize(Shard.COUNT / 2);
        assertThat(move.kept())
                .hasSize(Shard.COUNT / 2)
                .doesNotContainAnyElementsOf(move.givenUp());
        assertThat(move.taken()).isZero();
    }

    @Test
    void takesNothingThatAnotherHasWhoIsAlive() {
        var move = LeaseRules.move("b", List.of("a", "b"), allOf("a"));

        assertThat(move.kept()).isEmpty();
        assertThat(move.taken()).isEqualTo(Shard.COUNT / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 70})
    void sharesAddUpToAllAndDifferByOne(int count) {
        List<String> alive = IntStream.range(0, count).mapToObj(i -> "i" + (100 + i)).toList();

        List<Integer> shares =
                alive.stream().map(me -> LeaseRules.move(me, alive, Map.of()).taken()).toList();

        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(Shard.COUNT);
        assertThat(new HashSet<>(shares)).hasSizeLessThanOrEqualTo(2);
    }

    /** Instances die and come in any order; in between each does its turns when it likes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void alwaysComesToRestWithEveryShardHadByOneAliveAndNoneByTwo(long seed) {
        var random = new SplittableRandom(seed);
        List<String> alive = new ArrayList<>(List.of("a", "b"));
        Map<Integer, String> table = new TreeMap<>();
        for (int round = 0; round < 200; round++) {
            if (random.nextInt(10) == 0 && alive.size() > 1) {
                alive.remove(random.nextInt(alive.size()));
            } else if (random.nextInt(10) == 0) {
                alive.add("n" + (1_000 + round));
            }
            turn(alive.get(random.nextInt(alive.size())), alive, table);
        }
        for (int round = 0; round < 4; round++) {
            alive.forEach(me -> turn(me, alive, table));
        }

        assertThat(table).hasSize(Shard.COUNT);
        var counts =
                table.values().stream()
                        .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertThat(alive).containsAll(counts.keySet());
        assertThat(new HashSet<>(counts.values())).hasSizeLessThanOrEqualTo(2);
    }

    /** What the tables would do with it. */
    private static void turn(String me, List<String> alive, Map<Integer, String> table) {
        var move = LeaseRules.move(me, alive, new HashMap<>(table));
        move.givenUp().forEach(table::remove);
        int left = move.taken();
        for (int shard = 0; shard < Shard.COUNT && left > 0; shard++) {
            if (!alive.contains(table.getOrDefault(shard, ""))) {
                table.put(shard, me);
                left--;
            }
        }
    }

    @Test
    void everyCounterHasAShardByItsFirstBits() {
        assertThat(Shard.of(new CounterId("00".repeat(16)))).isZero();
        assertThat(Shard.of(new CounterId("04" + "00".repeat(15)))).isEqualTo(1);
        assertThat(Shard.of(new CounterId("ff".repeat(16)))).isEqualTo(Shard.COUNT - 1);
    }

    private static Map<Integer, String> allOf(String instance) {
        return IntStream.range(0, Shard.COUNT)
                .boxed()
                .collect(Collectors.toMap(shard -> shard, _ -> instance));
    }
}
