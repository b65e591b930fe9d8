package org.assistcounter.simulation;

import org.assistcounter.simulation.Spoiler.Spoiling;
import org.assistcounter.simulation.port.Bystander;
import org.assistcounter.simulation.port.CardTerminal;
import org.assistcounter.simulation.port.Compartment;
import org.assistcounter.simulation.port.CompartmentPort;
import org.assistcounter.simulation.port.Dispenser;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.world.World;

/** The devices as the port of the drivers has them: what a sale commands and hears. */
final class PortFittings implements Fittings {
    private final CardTerminal reader;
    private final Dispenser board;
    private final Compartment compartment;
    private final boolean tellsAll;

    /**
     * @param watch sees what the devices do
     * @param tellsAll whether reports that would change nothing are told all the same
     */
    PortFittings(World world, FittingsKind kind, Bystander watch, boolean tellsAll) {
        this.reader = new CardTerminal(world, kind.reader().model(), kind.reader().wiring(), watch);
        this.board = new Dispenser(world, kind.stock(), watch);
        this.compartment = new Compartment(world, kind.probe(), watch);
        this.tellsAll = tellsAll;
    }

    @Override
    public Joint join(Ears ears) {
        CompartmentPort climate = compartment.port(ears, tellsAll);
        return new Joint(reader.port(ears::hear), board.port(ears::hear), climate, climate);
    }

    @Override
    public void reader(ReaderTrick trick) {
        reader.trick(trick);
    }

    @Override
    public void board(BoardTrick trick) {
        board.trick(trick);
    }

    @Override
    public void compartment(ClimateTrick trick) {
        compartment.trick(trick);
    }

    @Override
    public void spoilReader(Spoiling spoiling) {
        throw new IllegalArgumentException("no bytes to be spoilt here: " + spoiling);
    }

    @Override
    public void spoilBoard(Spoiling spoiling) {
        throw new IllegalArgumentException("no bytes to be spoilt here: " + spoiling);
    }

    @Override
    public CardLedger cards() {
        return reader.ledger();
    }
}
