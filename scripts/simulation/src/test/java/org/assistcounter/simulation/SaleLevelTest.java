package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure says which seed: replay it with {@code scripts/simulate --level sale}. */
class SaleLevelTest {
    private static final long HOURS = 4;
    private static final long SEEDS = 200;
    private static final long SEEDS_TWICE = 10;
    private static final Counts COUNTS = new Counts();
    private static final List<Simulate.Outcome> OUTCOMES = new ArrayList<>();

    /** The first are run twice and come to the same. */
    @BeforeAll
    static void run() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Simulate.Outcome outcome =
                    seed <= SEEDS_TWICE
                            ? Simulate.twice(seed, HOURS, Level.SALE)
                            : Simulate.one(seed, HOURS, Level.SALE);
            OUTCOMES.add(outcome);
            COUNTS.add(outcome.counts());
        }
    }

    @Test
    void neverLosesMoneyOrGoodsWhateverTheSeedBreaksAndComesToTheSameEachTime() {
        assertThat(OUTCOMES)
                .allSatisfy(outcome ->
                        assertThat(outcome.violation()).as("seed %d", outcome.seed()).isEmpty());
    }

    @Test
    void letsEveryFaultStrikeThatIsNotOfAWire() {
        assertThat(COUNTS.faults().keySet())
                .containsExactlyInAnyOrderElementsOf(Fault.at(Level.SALE));
    }

    @Test
    void reachesEveryRareStateAndEveryEnding() {
        assertThat(COUNTS.rare().keySet())
                .containsExactlyInAnyOrderElementsOf(RareState.at(Level.SALE));
        assertThat(COUNTS.outcomes()).hasSize(4);
        assertThat(COUNTS.locksLifted()).isPositive();
    }

    /** As many as come at the level of wires: nobody was sent away to be faster. */
    @Test
    void hasAsManySalesAnHourAsWithEveryByteOnTheWires() {
        assertThat(COUNTS.sales()).isGreaterThan(13 * COUNTS.counterHours());
    }

    @Test
    void signsAsTheProductDoesInOneSeedOfAHundred() {
        assertThat(
                        OUTCOMES.stream()
                                .filter(outcome -> Level.SALE.hasRealSignatures(outcome.seed())))
                .hasSize(2);
    }

    /** Words of the compartment that are left out change nothing: every record is the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 6, 7, 8, 10, 12, 30})
    void leavesOutWordsOfTheCompartmentAndNobodyCanTell(long seed) {
        assertThat(journal(seed, Cabinet.Joining.AT_PORTS))
                .isEqualTo(journal(seed, Cabinet.Joining.AT_PORTS_WORD_BY_WORD));
    }

    /**
     * A mute box at a refund (the first two), and a first life that ended before its first note.
     */
    @ParameterizedTest
    @ValueSource(longs = {3622, 7546, 7176, 8288})
    void keepsTheSeedsThatOnceFoundSomething(long seed) {
        assertThat(Simulate.one(seed, 24, Level.SALE).violation()).isEmpty();
    }

    private static Object journal(long seed, Cabinet.Joining joining) {
        Simulation simulation = new Simulation(seed, joining);
        simulation.run(HOURS);
        return simulation.journalHead();
    }
}
