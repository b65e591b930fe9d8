package org.assistcounter.fleet.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.reconciliation.DayStanding.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a day is compared. The day is a Friday; times are Beijing's. */
class TimetableTest {

    private static final Instant SATURDAY_MORNING = Instant.parse("2026-11-28T02:15:00Z");

    @Test
    void looksAtTheSevenDaysThatAreOver() {
        assertThat(Timetable.days(SATURDAY_MORNING))
                .hasSize(7)
                .endsWith(Orders.DAY)
                .startsWith(Orders.DAY.minusDays(6));
    }

    @Test
    void waitsUntilTheWalletsHaveMadeTheirBills() {
        assertThat(Timetable.isDue(Orders.DAY, null, SATURDAY_MORNING.minusSeconds(1))).isFalse();
        assertThat(Timetable.isDue(Orders.DAY, null, SATURDAY_MORNING)).isTrue();
    }

    @Test
    void asksEveryHourForABillThatIsNotThere() {
        var waiting = standing(State.WAITING, SATURDAY_MORNING, null);

        assertThat(due(waiting, Duration.ofMinutes(59))).isFalse();
        assertThat(due(waiting, Duration.ofMinutes(60))).isTrue();
    }

    @Test
    void asksEveryHourForABillThatWasNotBelieved() {
        var refused = standing(State.REFUSED, SATURDAY_MORNING, null);

        assertThat(due(refused, Duration.ofMinutes(59))).isFalse();
        assertThat(due(refused, Duration.ofMinutes(60))).isTrue();
    }

    @Test
    void looksAgainOnceEachMorning() {
        var compared = standing(State.COMPARED, SATURDAY_MORNING, SATURDAY_MORNING);

        assertThat(due(compared, Duration.ofHours(23))).isFalse();
        assertThat(due(compared, Duration.ofHours(24))).isTrue();
    }

    @Test
    void holdsADayWithoutABillForOneWithoutPaymentsAfterTwoDays() {
        Instant end = Instant.parse("2026-11-27T16:00:00Z");

        assertThat(Timetable.isNothingFinal(Orders.DAY, end.plus(Duration.ofDays(2)))).isFalse();
        assertThat(Timetable.isNothingFinal(Orders.DAY, end.plus(Duration.ofDays(2)).plusMillis(1)))
                .isTrue();
    }

    @Test
    void callsABillLateTwoDaysAfterItsDay() {
        Instant twoDays = Instant.parse("2026-11-29T16:00:00Z");
        Instant then = twoDays.plusMillis(1);

        assertThat(Timetable.isLate(standing(State.WAITING, twoDays, null), twoDays)).isFalse();
        assertThat(Timetable.isLate(standing(State.WAITING, then, null), then)).isTrue();
        assertThat(Timetable.isLate(standing(State.REFUSED, then, null), then)).isTrue();
        assertThat(Timetable.isLate(standing(State.COMPARED, then, then), then)).isFalse();
    }

    private static boolean due(DayStanding last, Duration later) {
        return Timetable.isDue(Orders.DAY, last, SATURDAY_MORNING.plus(later));
    }

    private static DayStanding standing(State state, Instant tried, @Nullable Instant compared) {
        return new DayStanding(Source.WECHAT, Orders.DAY, state, "", tried, compared);
    }
}
