package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.simulators.world.World;

/**
 * Shoppers come and go, and act some time after the screen has changed, unless it has changed again
 * by then. While money or goods are on their way, devices and the power may fail between steps.
 */
final class Visits {
    private static final long UNDER_WAY_MILLIS_MAX = 4_000;
    private static final long GLANCE_MILLIS = 200;

    private final World world;
    private final Faults faults;
    private final Cabinet cabinet;
    private final SimulatedWallet wallet;
    private final SplittableRandom random;
    private final SimulatedShopper shopper;
    private long shownNumber;
    private String place = "";
    private boolean ended;

    Visits(
            World world,
            Faults faults,
            Cabinet cabinet,
            SimulatedWallet wallet,
            SplittableRandom random) {
        this.world = world;
        this.faults = faults;
        this.cabinet = cabinet;
        this.wallet = wallet;
        this.random = random;
        this.shopper = new SimulatedShopper(random.split());
    }

    /** Nobody touches anything any more. */
    void end() {
        ended = true;
    }

    void shown(SimulatedCounter life) {
        trouble(life);
        long number = ++shownNumber;
        world.at(
                world.nowMillis() + GLANCE_MILLIS + random.nextLong(100),
                () -> consider(life, number));
    }

    /** Just now something may go wrong. */
    private void trouble(SimulatedCounter life) {
        Phase phase = life.isStarted() ? life.state().phase() : new Phase.Browsing();
        String now = place(phase);
        boolean isSame = now.equals(place);
        place = now;
        if (now.isEmpty() || isSame) {
            return;
        }
        cabinet.underWay();
        boolean isTurning = phase instanceof Phase.Dispensing;
        if (faults.strikes(
                isTurning ? Fault.POWER_CUT_WHILE_TURNING : Fault.POWER_CUT_WHILE_PAYING)) {
            world.at(
                    world.nowMillis() + random.nextLong(UNDER_WAY_MILLIS_MAX),
                    () -> {
                        if (life.isAlive()) {
                            throw new PowerCut();
                        }
                    });
        }
    }

    /** Where money or goods are on their way; empty where they are not. */
    private static String place(Phase phase) {
        return switch (phase) {
            case Phase.Dispensing(_, long command, _) -> "dispensing " + command;
            case Phase.Paying paying -> "paying " + paying.stage();
            case Phase.Returning _ -> "returning";
            case Phase.Recovering _ -> "recovering";
            case Phase _ -> "";
        };
    }

    private void consider(SimulatedCounter life, long number) {
        if (life.isAlive() && number == shownNumber) {
            long hesitation = shopper.hesitationMillis(life.state());
            world.at(world.nowMillis() + hesitation, () -> act(life, number));
        }
    }

    private void act(SimulatedCounter life, long number) {
        if (!life.isAlive() || number != shownNumber || ended) {
            return;
        }
        switch (shopper.act(life.state())) {
            case SimulatedShopper.Act.Touch touch -> {
                if (touch.input() instanceof Input.CodeEntered(ServiceCode code)) {
                    boolean right = SimulatedTechnician.verdict(code) == CodeVerdict.RIGHT;
                    cabinet.saw(new WorldFact.CodeTyped(right));
                }
                life.input(touch.input());
            }
            case SimulatedShopper.Act.Mend(int slot) -> {
                cabinet.mend(slot);
                life.input(new Input.SlotMended(slot));
            }
            case SimulatedShopper.Act.Card card -> cabinet.trick(card.trick());
            case SimulatedShopper.Act.Pay pay -> wallet.pay(pay.attempt());
            case SimulatedShopper.Act.Nothing _ -> {}
        }
        shown(life);
    }
}
