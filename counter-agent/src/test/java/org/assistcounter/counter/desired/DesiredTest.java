package org.assistcounter.counter.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.sync.ReportedState;
import org.junit.jupiter.api.Test;

class DesiredTest {
    private static final long HIGHEST = 2 * Goods.APPLE_PRICE;

    @Test
    void stagesANewerStateAndTakesItWhenItIsDue() {
        SignedState third = States.apples(3, 900);

        Desired staged = after(Desired.NONE, third);
        assertThat(staged.revision()).isZero();
        assertThat(staged.due()).containsExactly(new Fact.DesiredApplied(3));

        Desired inForce = staged.after(new Fact.DesiredApplied(3));
        assertThat(inForce.report()).isEqualTo(new ReportedState(3, 0, null));
        assertThat(inForce.priceMinor("apple", Goods.APPLE_PRICE)).isEqualTo(900);
        assertThat(inForce.due()).isEmpty();
    }

    @Test
    void refusesWhatIsOlderThanWhatIsInForceOrStaged() {
        Desired inForce = inForce(States.apples(3, 900));
        Desired staged = after(inForce, States.apples(5, 800));

        for (Desired desired : List.of(inForce, staged)) {
            assertThat(heard(desired, States.apples(2, 700)))
                    .containsExactly(new Fact.DesiredRefused(2, Rejection.NOT_NEWER));
        }
        assertThat(heard(staged, States.apples(4, 700)))
                .containsExactly(new Fact.DesiredRefused(4, Rejection.NOT_NEWER));
    }

    @Test
    void refusesAnotherStateOfTheSameRevision() {
        assertThat(heard(inForce(States.apples(3, 900)), States.apples(3, 901)))
                .containsExactly(new Fact.DesiredRefused(3, Rejection.NOT_NEWER));
    }

    @Test
    void writesNothingAboutWhatItHasAlready() {
        SignedState third = States.apples(3, 900);
        Desired staged = after(inForce(third), States.apples(4, 800));

        assertThat(heard(staged, third)).isEmpty();
        assertThat(heard(staged, States.apples(4, 800))).isEmpty();
    }

    @Test
    void refusesAPriceAboveTwiceThatOnTheCardWhole() {
        SignedState dear = States.apples(3, HIGHEST + 1);
        Desired refused = after(Desired.NONE, dear);

        assertThat(refused.report()).isEqualTo(new ReportedState(0, 3, Rejection.OVER_CEILING));
        assertThat(heard(refused, dear)).as("said once").isEmpty();
        assertThat(after(Desired.NONE, States.apples(3, HIGHEST)).staged()).isNotNull();
    }

    @Test
    void refusesAPriceThatTheReaderCannotSay() {
        Ceilings byTens = States.CEILINGS.readBy(10, 1_000);
        for (long price : new long[] {1, 905, 1_010}) {
            assertThat(Desired.NONE.heard(States.apples(3, price), byTens))
                    .containsExactly(new Fact.DesiredRefused(3, Rejection.NOT_PAYABLE));
        }
        SignedState round = States.apples(4, 1_000);
        assertThat(Desired.NONE.heard(round, byTens))
                .containsExactly(new Fact.DesiredStaged(round));
        SignedState stop = States.noApples(4);
        assertThat(Desired.NONE.heard(stop, byTens)).containsExactly(new Fact.DesiredStaged(stop));
    }

    @Test
    void forgetsARefusalOnceItTakesANewerState() {
        Desired refused = after(Desired.NONE, States.apples(3, HIGHEST + 1));

        assertThat(heard(refused, States.apples(4, HIGHEST + 1)))
                .as("with the same price")
                .containsExactly(new Fact.DesiredRefused(4, Rejection.OVER_CEILING));
        assertThat(after(refused, States.apples(4, 900)).report()).isEqualTo(ReportedState.NONE);
    }

    @Test
    void passesOverAProductThatTheCounterDoesNotHave() {
        SignedState state = States.of(3, new Terms("zebra", Terms.PRICE_MAX, true));

        assertThat(heard(Desired.NONE, state)).containsExactly(new Fact.DesiredStaged(state));
        assertThat(inForce(state).priced(Goods.release())).isEqualTo(Goods.release());
    }

    @Test
    void sellsWhatAStateDoesNotNameAsTheCardSays() {
        Desired stopped = inForce(States.noApples(3));
        Desired again = after(stopped, States.of(4)).after(new Fact.DesiredApplied(4));

        assertThat(stopped.offers("apple")).isFalse();
        assertThat(stopped.offers("walnut")).isTrue();
        assertThat(again.offers("apple")).isTrue();
        assertThat(again.priced(Goods.release())).isEqualTo(Goods.release());
    }

    @Test
    void takesOnlyWhatWasStaged() {
        Desired staged = after(Desired.NONE, States.apples(3, 900));

        assertThat(staged.after(new Fact.DesiredApplied(2))).isEqualTo(staged);
    }

    private static List<Fact> heard(Desired desired, SignedState state) {
        return desired.heard(state, States.CEILINGS);
    }

    private static Desired after(Desired desired, SignedState state) {
        Desired next = desired;
        for (Fact fact : heard(desired, state)) {
            next = next.after(fact);
        }
        return next;
    }

    private static Desired inForce(SignedState state) {
        return after(Desired.NONE, state).after(new Fact.DesiredApplied(state.revision()));
    }
}
