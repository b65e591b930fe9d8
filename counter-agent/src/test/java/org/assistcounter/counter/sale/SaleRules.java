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
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;

/** What holds after every step, whatever happens. Follows the facts and judges the effects. */
final class SaleRules {
    private final Map<SaleId, SaleMoney> open = new HashMap<>();
    private final Set<SaleId> closed = new HashSet<>();
    private long newestCommand;

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
        if (fact instanceof Fact.SaleOpened opened) {
            assertThat(open).as("one shopper, one sale").isEmpty();
            open.put(ofSale.sale(), new SaleMoney(opened.lines()));
            return;
        }
        SaleMoney money = open.get(ofSale.sale());
        assertThat(money).as("a sale opens before anything else").isNotNull();
        if (money != null) {
            follow(money, ofSale);
        }
    }

    private void follow(SaleMoney money, Fact.OfSale fact) {
        money.follow(fact);
        if (fact instanceof Fact.DispenseCommanded commanded) {
            assertThat(commanded.command()).as("no number twice").isGreaterThan(newestCommand);
            newestCommand = commanded.command();
        }
        if (fact instanceof Fact.SaleClosed) {
            open.remove(fact.sale());
            closed.add(fact.sale());
        }
    }

    private void mayAsk(CashlessCommand.RequestVend vend) {
        assertThat(open.values())
                .singleElement()
                .satisfies(money -> assertThat(money.asked()).isEqualTo(vend.amountMinor()));
    }

    /** Money goes back once that is written; an approval of nothing left nothing to give back. */
    private static void mayFail(Step step) {
        boolean isWritten =
                step.facts().getLast() instanceof Fact.RefundRequested requested
                        && requested.way() == PaymentWay.CARD;
        boolean isOver = step.state().phase() instanceof Phase.Ended;
        assertThat(isWritten || isOver).as("written first, or nothing to give back").isTrue();
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
