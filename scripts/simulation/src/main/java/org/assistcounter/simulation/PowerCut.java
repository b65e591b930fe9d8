package org.assistcounter.simulation;

import org.assistcounter.counter.sale.Effect;

/** The agent's power is gone: everything it had in memory is lost. */
final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("power cut", null, false, false);
    }

    /** Whether money or goods hang on what would be done now. */
    static boolean isAtMoney(Effect effect) {
        return switch (effect) {
            case Effect.CommandReader _, Effect.CommandDispenser _, Effect.AskFleet _ -> true;
            case Effect.CommandClimate _, Effect.CompareCode _ -> false;
        };
    }
}
