package org.assistcounter.simulation;

import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.simulation.Spoiler.Spoiling;
import org.assistcounter.simulation.port.Reports;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.climate.ClimateTrick;

/** The devices of a cabinet, which live on when the agent dies, and what they have seen. */
interface Fittings {

    /** A life's ends of all lines; they open when they are connected. */
    Joint join(Ears ears);

    void reader(ReaderTrick trick);

    void board(BoardTrick trick);

    void compartment(ClimateTrick trick);

    /** What the next bytes are spoilt by, at a level at which there are bytes. */
    void spoilReader(Spoiling spoiling);

    void spoilBoard(Spoiling spoiling);

    CardLedger cards();

    /** Who hears the devices. */
    interface Ears extends Reports.Listener {
        void hear(CashlessEvent event);

        void hear(DispenserEvent event);
    }
}
