package org.assistcounter.simulators.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Turns and faults by seed: a motor never turns more often than it was told to, every command ends
 * exactly once, and a drop that is shown did happen. A seed that fails is replayed by putting it
 * into {@code seeds}.
 */
class RandomShelfTest {

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverTurnsAMotorMoreOftenThanItWasTold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ShelfTable table = new ShelfTable();
        table.trick(new BoardTrick.Load(11, 100));
        int turns = 0;

        for (int i = 0; i < 40; i++) {
            table.world.run(random.nextInt(3_000));
            if (turns == ends(table).size()) {
                turns++;
                table.turn(turns, 11);
            }
            happen(table, random);
        }
        table.world.run(60_000);

        Map<Long, Integer> ends = ends(table);
        long seen = dropsShown(table);
        assertThat(ends).hasSize(turns).containsValues(1).doesNotContainValue(2);
        assertThat(table.count(11).turns()).isLessThanOrEqualTo(turns);
        assertThat(seen).isLessThanOrEqualTo(table.count(11).drops());
    }

    private static void happen(ShelfTable table, SplittableRandom random) {
        switch (random.nextInt(16)) {
            case 0 -> table.trick(new BoardTrick.Jam(11, random.nextBoolean()));
            case 1 -> table.trick(new BoardTrick.NothingFalls(11, random.nextBoolean()));
            case 2 -> table.trick(new BoardTrick.SensorBad(random.nextBoolean()));
            case 3 -> table.trick(new BoardTrick.DropLate());
            case 4 -> table.trick(new BoardTrick.LoseStatus());
            case 5 -> table.trick(new BoardTrick.MuteOnDrive(random.nextInt(30_000)));
            case 6 -> table.trick(new BoardTrick.FlipNext());
            case 7 -> table.trick(new BoardTrick.NoiseNext());
            case 8 -> table.trick(new BoardTrick.LoseNext());
            case 9 -> table.trick(new BoardTrick.GoSilent(random.nextInt(6_000)));
            case 10 -> table.trick(new BoardTrick.PowerBlip());
            case 11 -> table.host.cut();
            case 12 -> {
                table.host.cut();
                table.world.run(random.nextInt(500));
                table.host.connect(table.board, ShelfTable.WIRE_MILLIS);
            }
            default -> {}
        }
        if (random.nextInt(4) == 0) {
            table.host.cut();
            table.host.connect(table.board, ShelfTable.WIRE_MILLIS);
        }
    }

    private static Map<Long, Integer> ends(ShelfTable table) {
        Map<Long, Integer> ends = new HashMap<>();
        for (DispenserEvent event : table.events) {
            if (event instanceof DispenserEvent.TurnEnded ended) {
                ends.merge(ended.commandNumber(), 1, Integer::sum);
            }
        }
        return ends;
    }

    private static long dropsShown(ShelfTable table) {
        return table.events.stream()
                .filter(event ->
                        event instanceof DispenserEvent.TurnEnded ended
                                && ended.evidence().drop() == Drop.SEEN)
                .count();
    }
}
