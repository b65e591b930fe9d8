package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.service.Checked;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.simulation.SimulatedShopper.Act;

/**
 * Somebody at the keypad: mostly a technician who mends what is off and looks after locked goods,
 * sometimes one who forgets to sign out, sometimes a stranger who tries what is not offered.
 */
final class SimulatedTechnician {
    private static final ServiceCode CODE = new ServiceCode("402917");
    private static final ServiceCode WRONG = new ServiceCode("402918");

    private final SplittableRandom random;
    private final int rightPercent;

    SimulatedTechnician(SplittableRandom random) {
        this.random = random;
        this.rightPercent = random.nextInt(10, 90);
    }

    /** What the edge says of a code. */
    static CodeVerdict verdict(ServiceCode code) {
        return code.equals(CODE) ? CodeVerdict.RIGHT : CodeVerdict.WRONG;
    }

    Act act(CounterState state, Visit visit) {
        return switch (visit) {
            case Visit.Entering(Visit.Word word, long _) ->
                    word == Visit.Word.PAUSED && chance(50)
                            ? new Act.Touch(new Input.Cancelled())
                            : new Act.Touch(enters());
            case Visit.Checking _ -> new Act.Nothing();
            case Visit.SignedIn _ -> chance(10) ? new Act.Nothing() : works(state);
        };
    }

    /** A touch of a technician's page that is not offered. */
    Input anything() {
        return chance(50)
                ? enters()
                : new Input.ColdGoodsChecked(Goods.COMPARTMENT, Checked.RESTOCKED);
    }

    private Input enters() {
        if (chance(10)) {
            return new Input.ColdGoodsChecked(Goods.COMPARTMENT, Checked.RESTOCKED);
        }
        return new Input.CodeEntered(chance(rightPercent) ? CODE : WRONG);
    }

    private Act works(CounterState state) {
        if (!state.shelf().lockedCompartments().isEmpty()) {
            int compartment = state.shelf().lockedCompartments().iterator().next();
            Checked checked = chance(90) ? Checked.RESTOCKED : Checked.DISPOSED;
            return new Act.Touch(new Input.ColdGoodsChecked(compartment, checked));
        }
        return state.shelf().slotsOff().stream()
                .min(Integer::compare)
                .<Act>map(Act.Mend::new)
                .orElseGet(() -> new Act.Touch(new Input.ServiceEnded()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
