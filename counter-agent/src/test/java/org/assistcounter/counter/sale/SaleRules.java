package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;

/** What holds after every step, whatever happens. Follows the facts and judges the effects. */
final class SaleRules {
    private final Map<SaleId, Money> open = new HashMap<>();
    private final Set<SaleId> closed = new HashSet<>();
    private long newestCommand;

    /** What the facts tell of one sale's money. */
    private static final class Money {
        private long asked;
        private long charged;
        private long delivered;
        private long refunded;
        private boolean refundRequested;
        private boolean turned;
        private boolean hasCase;
    }

    /** The facts of a step and what may be done because of them. */
    void checkSale(Step step) {
        step.facts().forEach(this::follow);
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.CommandReader(CashlessCommand.RequestVend vend) -> mayAsk(vend);
                case Effect.CommandReader(CashlessCommand.FailVend _) -> mayFail(step);
                case Effect.CommandDispenser(DispenserCommand.TurnMotor turn) -> {
                    assertThat(step.facts()).anyMatch(fact -> commands(fact, turn));
                    assertThat(step.state().equipment().cabinet().isWell())
                            .as("no motor turns behind an open door")
                            .isTrue();
                }
                case Effect _ -> {}
            }
        }
        assertThat(turns(step)).isEqualTo(commanded(step));
    }

    /** A recovery writes an end to what is open and never turns a motor. */
    void checkRecovery(Step step) {
        step.facts().forEach(this::follow);
        assertThat(turns(step)).isZero();
        assertThat(commanded(step)).isZero();
    }

    void follow(List<Fact> facts) {
        facts.forEach(this::follow);
    }

    void nothingIsOpen() {
        assertThat(open).isEmpty();
    }

    private void follow(Fact fact) {
        if (!(fact instanceof Fact.OfSale ofSale)) {
            return;
        }
        assertThat(closed).as("nothing follows the end of a sale").doesNotContain(ofSale.sale());
        if (fact instanceof Fact.SaleOpened) {
            assertThat(open).as("one shopper, one sale").isEmpty();
            open.put(ofSale.sale(), new Money());
            return;
        }
        Money money = open.get(ofSale.sale());
        assertThat(money).as("a sale opens before anything else").isNotNull();
        if (money != null) {
            follow(money, fact);
        }
    }

    private void follow(Money money, Fact fact) {
        switch (fact) {
            case Fact.PaymentRequested f -> money.asked = f.amountMinor();
            case Fact.PaymentResolved f -> resolved(money, f);
            case Fact.DispenseCommanded f -> commanded(money, f);
            case Fact.DispenseResolved f -> {
                if (f.verdict() == DispenseVerdict.DELIVERED) {
                    money.delivered += f.amountMinor();
                }
            }
            case Fact.RefundRequested f -> {
                assertThat(money.refundRequested).as("one refund").isFalse();
                assertThat(f.amountMinor()).isEqualTo(money.charged);
                money.refundRequested = true;
            }
            case Fact.RefundResolved f -> refunded(money, f);
            case Fact.CaseOpened _ -> money.hasCase = true;
            case Fact.SaleClosed f -> closed(money, f);
            case Fact _ -> {}
        }
    }

    private static void resolved(Money money, Fact.PaymentResolved fact) {
        assertThat(money.asked).as("asked for before it is resolved").isPositive();
        if (fact.outcome() == PaymentOutcome.APPROVED) {
            assertThat(money.charged).as("charged once").isZero();
            money.charged = fact.amountMinor();
        }
    }

    private void commanded(Money money, Fact.DispenseCommanded fact) {
        assertThat(money.charged).as("no item leaves unpaid").isPositive();
        assertThat(money.turned).as("one turn a sale").isFalse();
        assertThat(fact.command()).as("no number twice").isGreaterThan(newestCommand);
        money.turned = true;
        newestCommand = fact.command();
    }

    private static void refunded(Money money, Fact.RefundResolved fact) {
        assertThat(money.refundRequested).as("requested before it is resolved").isTrue();
        assertThat(money.refunded).as("refunded once").isZero();
        boolean isBack =
                fact.outcome() == RefundOutcome.RETURNED
                        || fact.outcome() == RefundOutcome.HANDED_OVER;
        if (isBack) {
            money.refunded = fact.amountMinor();
        }
    }

    private void closed(Money money, Fact.SaleClosed fact) {
        assertThat(fact.chargedMinor()).isEqualTo(money.charged);
        assertThat(fact.refundedMinor()).isEqualTo(money.refunded);
        assertThat(fact.chargedMinor())
                .as("charged is delivered, refunded or held")
                .isEqualTo(money.delivered + fact.refundedMinor() + fact.heldMinor());
        assertThat(money.hasCase).isEqualTo(fact.outcome() == SaleOutcome.CASE);
        assertThat(fact.heldMinor() == 0 || money.hasCase).as("held in a case").isTrue();
        open.remove(fact.sale());
        closed.add(fact.sale());
    }

    private void mayAsk(CashlessCommand.RequestVend vend) {
        assertThat(open.values())
                .singleElement()
                .satisfies(money -> assertThat(money.asked).isEqualTo(vend.amountMinor()));
    }

    /** Money goes back once that is written; an approval of nothing left nothing to give back. */
    private void mayFail(Step step) {
        if (step.state().phase() instanceof Phase.Ended) {
            assertThat(open).as("closed unpaid").isEmpty();
        } else {
            assertThat(last(step).refundRequested).as("written first").isTrue();
        }
    }

    private Money last(Step step) {
        assertThat(step.facts()).last().isInstanceOf(Fact.RefundRequested.class);
        assertThat(((Fact.RefundRequested) step.facts().getLast()).way())
                .isEqualTo(PaymentWay.CARD);
        return open.values().iterator().next();
    }

    private static boolean commands(Fact fact, DispenserCommand.TurnMotor turn) {
        return fact instanceof Fact.DispenseCommanded f
                && f.command() == turn.commandNumber()
                && f.slot() == turn.selection();
    }

    private static long turns(Step step) {
        return step.effects().stream().filter(Effect.CommandDispenser.class::isInstance).count();
    }

    private static long commanded(Step step) {
        return step.facts().stream().filter(Fact.DispenseCommanded.class::isInstance).count();
    }
}
