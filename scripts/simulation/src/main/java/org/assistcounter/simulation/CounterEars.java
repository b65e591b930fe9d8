package org.assistcounter.simulation;

import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.simulation.port.Reports;

/** What a life of an agent hears of its devices. */
final class CounterEars implements Fittings.Ears {
    private final SimulatedCounter life;

    CounterEars(SimulatedCounter life) {
        this.life = life;
    }

    @Override
    public void hear(CashlessEvent event) {
        life.input(new Input.ReaderSaid(event));
    }

    @Override
    public void hear(DispenserEvent event) {
        life.input(new Input.DispenserSaid(event));
    }

    @Override
    public void hear(ClimateEvent event, long atMillis) {
        life.told(new Input.ClimateSaid(event), atMillis);
    }

    @Override
    public Reports.Foresight foresight() {
        return life.isStarted()
                ? new CoolingForesight(life.state(), life.bornAtMillis())
                : (_, _) -> false;
    }

    /**
     * Asks the shipped rules what they would make of a report. It is inert when nothing is written
     * or locked by it and it is as warm, or as cold, and as sound as the one before: of two such
     * reports the second alone brings the cold chain to where both bring it, because its times add
     * up.
     */
    private static final class CoolingForesight implements Reports.Foresight {
        private final CounterState state;
        private final long bornAtMillis;
        private Cooling cooling;

        CoolingForesight(CounterState state, long bornAtMillis) {
            this.state = state;
            this.bornAtMillis = bornAtMillis;
            this.cooling = state.cooling();
        }

        @Override
        public boolean isInert(ClimateEvent.Reported report, long atMillis) {
            long millis = atMillis - bornAtMillis;
            Cooling.Thermometer before = cooling.thermometer();
            Cooling.Thermometer said =
                    new Cooling.Thermometer(
                            report.airMilli(), report.fault(), report.outputs().isCompressorOn());
            Cooling next = cooling.told(said, millis);
            boolean isSame = isWarm(before) == isWarm(said) && before.fault().equals(said.fault());
            boolean isLocking =
                    next.chain().isLocked() && !state.shelf().isLocked(next.compartment());
            cooling = next;
            return isSame && !isLocking && !next.isNoteDue(millis);
        }

        private boolean isWarm(Cooling.Thermometer said) {
            return said.airMilli().isEmpty()
                    || said.airMilli().getAsInt() > cooling.rule().limitMilli();
        }
    }
}
