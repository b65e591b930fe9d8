package org.assistcounter.fleet.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run changes in what is kept. */
class ChangeTest {

    private static final Found MISSING = found(990, 0);

    @Test
    void opensWhatIsNew() {
        assertThat(Change.of(List.of(MISSING), List.of()))
                .containsExactly(new Change.Opened(MISSING));
    }

    @Test
    void opensNothingThatIsOpen() {
        assertThat(Change.of(List.of(MISSING), List.of(known(1, MISSING, null)))).isEmpty();
    }

    @Test
    void endsWhatIsFoundNoMore() {
        assertThat(Change.of(List.of(), List.of(known(7, MISSING, null))))
                .containsExactly(new Change.Ended(7));
    }

    @Test
    void keepsOwnerAndAgeWhenOnlyAmountsChange() {
        assertThat(Change.of(List.of(found(990, 5)), List.of(known(7, MISSING, null))))
                .containsExactly(new Change.Moved(7, 990, 5));
    }

    @Test
    void leavesClosedWhatSomebodyHasClosed() {
        assertThat(Change.of(List.of(MISSING), List.of(known(7, MISSING, closed())))).isEmpty();
    }

    @Test
    void opensAnewWhatSomebodyHasClosedWithOtherAmounts() {
        Found more = found(991, 0);

        assertThat(Change.of(List.of(more), List.of(known(7, MISSING, closed()))))
                .containsExactly(new Change.Opened(more));
    }

    @Test
    void leavesClosedWhatSomebodyHasClosedWhileBothRunningTotalsGrow() {
        Difference known = known(7, totals(1000, 1100), closed());
        Found wider = totals(2000, 2101);

        assertThat(Change.of(List.of(totals(2000, 2100)), List.of(known))).isEmpty();
        assertThat(Change.of(List.of(wider), List.of(known)))
                .containsExactly(new Change.Opened(wider));
    }

    @Test
    void showsRunningTotalsOfAnOpenDifferenceAsTheyAreNow() {
        assertThat(
                        Change.of(
                                List.of(totals(2000, 2100)),
                                List.of(known(7, totals(1000, 1100), null))))
                .containsExactly(new Change.Moved(7, 2000, 2100));
    }

    @Test
    void endsNothingThatHasEnded() {
        assertThat(Change.of(List.of(), List.of(known(7, MISSING, closed())))).isEmpty();
    }

    private static Found found(long ours, long theirs) {
        return new Found(
                new Found.Key(Source.WECHAT, DifferenceKind.NOT_BILLED, "SALE-1", "SALE-1"),
                new Found.Place("weinan", "a".repeat(32), "42", Orders.DAY),
                ours,
                theirs);
    }

    private static Found totals(long ours, long theirs) {
        String counter = "a".repeat(32);
        return new Found(
                new Found.Key(Source.COUNTERS, DifferenceKind.CHARGED_DIFFERS, counter, counter),
                new Found.Place("weinan", counter, "", Orders.DAY),
                ours,
                theirs);
    }

    private static Difference.End closed() {
        return new Difference.End(Orders.NOON, "li", "a test order of ours", null);
    }

    private static Difference known(long id, Found found, Difference.@Nullable End end) {
        return new Difference(id, found, "finance", Orders.NOON, end);
    }
}
