package org.assistcounter.simulation;

import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.simulation.port.Port;
import org.assistcounter.simulation.port.Reports;

/**
 * Where a life of an agent meets the devices of its cabinet.
 *
 * @param reports what is left out of the words of the compartment
 */
record Joint(
        Port<CashlessCommand> reader,
        Port<DispenserCommand> board,
        Port<ClimateCommand> climate,
        Reports reports) {

    void connect() {
        reader.connect();
        board.connect();
        climate.connect();
    }

    void cut() {
        reader.cut();
        board.cut();
        climate.cut();
    }
}
