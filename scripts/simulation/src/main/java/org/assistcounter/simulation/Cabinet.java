package org.assistcounter.simulation;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.simulation.port.Port;
import org.assistcounter.simulators.board.BoardTrick;
import org.assistcounter.simulators.cashless.CardLedger;
import org.assistcounter.simulators.cashless.ReaderTrick;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/** A cabinet with its devices, who does what to them, and what goes wrong with them. */
final class Cabinet implements DeviceTrouble.Devices {
    private static final long DECISION_MILLIS = 800;

    private final World world;
    private final Trace trace;
    private final Level level;
    private final CoolCompartment compartment;
    private final DeviceTrouble trouble;
    private final Fittings fittings;
    private @Nullable SimulatedCounter counter;
    private Witness witness = (_, _) -> {};

    Cabinet(
            World world,
            Trace trace,
            ShelfRelease release,
            Faults faults,
            SplittableRandom random) {
        this(world, trace, release, faults, random, Joining.AT_WIRES);
    }

    /** Who stands beside it. */
    @FunctionalInterface
    interface Witness {
        void saw(long atMillis, WorldFact.AtCounter fact);
    }

    /** How its devices are joined to the agent. */
    enum Joining {
        AT_WIRES(Level.WIRE),
        AT_PORTS(Level.SALE),
        /** With every word of the compartment, also where it would change nothing. */
        AT_PORTS_WORD_BY_WORD(Level.SALE);

        private final Level level;

        Joining(Level level) {
            this.level = level;
        }

        Level level() {
            return level;
        }
    }

    Cabinet(
            World world,
            Trace trace,
            ShelfRelease release,
            Faults faults,
            SplittableRandom random,
            Joining joining) {
        this.world = world;
        this.trace = trace;
        this.level = joining.level();
        ReaderKind reader = ReaderKind.drawn(random);
        this.compartment =
                new CoolCompartment(world, faults, random.split(), this::fittings, this::saw);
        this.trouble = new DeviceTrouble(world, faults, random.split(), this, release);
        FittingsKind kind = FittingsKind.of(reader, compartment.probe(), release);
        CabinetWatch watch = new CabinetWatch(kind, this::saw, (at, fact) -> witness.saw(at, fact));
        this.fittings =
                switch (joining) {
                    case AT_WIRES -> new WireFittings(world, kind, random, watch, this::traced);
                    case AT_PORTS -> new PortFittings(world, kind, watch, false);
                    case AT_PORTS_WORD_BY_WORD -> new PortFittings(world, kind, watch, true);
                };
    }

    private Fittings fittings() {
        return fittings;
    }

    CardLedger cards() {
        return fittings.cards();
    }

    /** Is told from now on what happens in and at the cabinet. */
    void watch(Witness watcher) {
        witness = watcher;
    }

    /** Somebody sees this now. */
    void saw(WorldFact.AtCounter fact) {
        witness.saw(world.nowMillis(), fact);
    }

    /** A new life of the agent begins. */
    Joint join(Fittings.Ears ears) {
        return fittings.join(ears);
    }

    void connect(SimulatedCounter life) {
        counter = life;
        life.joint().connect();
    }

    void trick(ReaderTrick trick) {
        fittings.reader(trick);
    }

    /** Somebody clears a slot with their hands. */
    void mend(int slot) {
        fittings.board(new BoardTrick.Jam(slot, false));
        fittings.board(new BoardTrick.NothingFalls(slot, false));
        fittings.board(new BoardTrick.MotorAbsent(slot, false));
    }

    /** Something may go wrong just now, while money or goods are on their way. */
    void underWay() {
        trouble.underWay();
    }

    /** Every few minutes something may begin to go wrong. */
    void nowAndThen(SimulatedCounter counter) {
        trouble.nowAndThen();
        compartment.trouble(counter);
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public void reader(ReaderTrick trick) {
        fittings.reader(trick);
    }

    @Override
    public OptionalInt slotOfSale() {
        SimulatedCounter life = counter;
        return life != null
                        && life.isStarted()
                        && life.state().phase() instanceof Phase.Paying paying
                ? OptionalInt.of(paying.sale().line().slot())
                : OptionalInt.empty();
    }

    @Override
    public void board(BoardTrick trick) {
        fittings.board(trick);
    }

    @Override
    public void cutReader(long millis) {
        cut(Joint::reader, millis);
    }

    @Override
    public void cutBoard(long millis) {
        cut(Joint::board, millis);
    }

    private void cut(Function<Joint, Port<?>> which, long millis) {
        SimulatedCounter life = counter;
        if (life == null || !life.isAlive()) {
            return;
        }
        Port<?> port = which.apply(life.joint());
        port.cut();
        world.at(
                world.nowMillis() + millis,
                () -> {
                    if (life.isAlive()) {
                        port.connect();
                    }
                });
    }

    @Override
    public void spoilReader(Spoiler.Spoiling next) {
        fittings.spoilReader(next);
    }

    @Override
    public void spoilBoard(Spoiler.Spoiling next) {
        fittings.spoilBoard(next);
    }

    private byte[] traced(byte[] bytes) {
        trace.mix(world.nowMillis());
        trace.mix(bytes);
        return bytes;
    }

    /** Everything works again. */
    void heal() {
        fittings.reader(new ReaderTrick.DecideAfter(DECISION_MILLIS));
        fittings.reader(new ReaderTrick.SlowRefund(0));
        fittings.board(new BoardTrick.SensorBad(false));
    }
}
