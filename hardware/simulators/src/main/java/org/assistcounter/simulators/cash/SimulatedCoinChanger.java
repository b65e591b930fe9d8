package org.assistcounter.simulators.cash;

import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.List;
import org.assistcounter.devices.cash.ChangerCommand;
import org.assistcounter.devices.cash.ChangerCommandCodec;
import org.assistcounter.devices.cash.ChangerMessage;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.MdbBlock;

/**
 * A level-3 coin changer at 08h (MDB/ICP 4.2 §5).
 *
 * <p>Fault model. The shopper: slugs, a coin on a string, the escrow lever, buttons pressed inside.
 * The device: acceptor unplugged, a coin or a tube jammed, fewer coins in a tube than are to be
 * paid, power lost for a moment (untold credit and the rest of a payout are forgotten). The bus: a
 * wrong checksum, silence. A block of ours that is spoilt is met with silence. It pays out one coin
 * in 300 ms and takes no other payout meanwhile; a dispense command that is repeated afterwards
 * pays again, as a real one does. It never tells a credit twice that was acknowledged.
 */
public final class SimulatedCoinChanger {

    private static final int TYPES = 16;
    private static final long TUBES_KNOWN_MILLIS = 500;
    private static final int WELL = 0x0300;
    private static final int GENERAL_ERROR = 0x1000;
    private static final byte[] BUSY = {2};

    private static final int ESCROW_REQUESTED = 0x01;
    private static final int ACCEPTOR_UNPLUGGED = 0x06;
    private static final int WAS_RESET = 0x0B;
    private static final int COIN_JAMMED = 0x0C;
    private static final int CREDITED_COIN_REMOVED = 0x0D;
    private static final int ONE_SLUG = 0x21;

    private final ChangerMessage.SetupData setup;
    private final BusVoice voice = new BusVoice();
    private final CoinTubes tubes;
    private CoinLedger ledger = CoinLedger.EMPTY;
    private int acceptedMask;
    private int manualMask;
    private boolean unplugged;
    private boolean jamsNext;
    private long resetMillis;

    public SimulatedCoinChanger(ChangerMessage.SetupData setup, List<Integer> coinsInTubes) {
        this.setup = setup;
        tubes = new CoinTubes(setup.credits(), coinsInTubes, voice);
        reset(0);
    }

    /** Half a yuan and one yuan, both in tubes, as a real acceptor in China counts them. */
    public static ChangerMessage.SetupData yuanSetup() {
        return new ChangerMessage.SetupData(3, 0x1156, 5, 1, 3, List.of(1, 2));
    }

    /** What moved so far. */
    public CoinLedger ledger() {
        return ledger;
    }

    /** What is in the tubes, in units of credit. */
    public int inTubes() {
        return tubes.units();
    }

    /** A block of the VMC, or its lone byte; gives the answer, empty for silence. */
    public byte[] heard(byte[] block, long nowMillis) {
        ledger = ledger.gaveOut(tubes.payOut(nowMillis));
        if (voice.isSilentAt(nowMillis)) {
            return BusVoice.SILENCE;
        }
        if (block.length == 1) {
            return voice.heardByte(block[0]);
        }
        return switch (MdbBlock.withoutChecksum(block).then(ChangerCommandCodec::decode)) {
            case Decoded.Understood<ChangerCommand>(var command) -> answer(command, nowMillis);
            case Decoded.Refused<ChangerCommand> ignored -> BusVoice.SILENCE;
        };
    }

    /** Somebody does something to it. */
    public void trick(ChangerTrick trick, long nowMillis) {
        ledger = ledger.gaveOut(tubes.payOut(nowMillis));
        switch (trick) {
            case ChangerTrick.Insert(int type) -> insert(type);
            case ChangerTrick.InsertSlug() -> voice.tell(ONE_SLUG);
            case ChangerTrick.PullOut(int type) -> pullOut(type);
            case ChangerTrick.PressEscrow() -> voice.tell(ESCROW_REQUESTED);
            case ChangerTrick.DispenseByHand(int type, int count) -> byHand(type, count);
            case ChangerTrick.Unplug() -> {
                unplugged = true;
                voice.tell(ACCEPTOR_UNPLUGGED);
            }
            case ChangerTrick.Plug() -> unplugged = false;
            case ChangerTrick.JamNextCoin() -> jamsNext = true;
            case ChangerTrick.JamTube(int type) -> tubes.jam(type);
            case ChangerTrick.SpoilNext() -> voice.spoilNext();
            case ChangerTrick.GoSilent(long millis) -> voice.silence(nowMillis + millis);
            case ChangerTrick.PowerBlip() -> reset(nowMillis);
        }
    }

    private byte[] answer(ChangerCommand command, long now) {
        return switch (command) {
            case ChangerCommand.Reset() -> {
                reset(now);
                yield voice.acknowledge();
            }
            case ChangerCommand.Setup() -> voice.answer(setupBytes());
            case ChangerCommand.TubeStatus() -> voice.answer(tubeBytes(now));
            case ChangerCommand.Poll() -> voice.polled(tubes.isPaying() ? BUSY : BusVoice.SILENCE);
            case ChangerCommand.CoinType(int accepted, int manual) -> {
                acceptedMask = accepted;
                manualMask = manual;
                yield voice.acknowledge();
            }
            case ChangerCommand.Dispense(int type, int count) ->
                    startPaying(tubes.coins(type, count), now);
            case ChangerCommand.Payout(int value) -> startPaying(tubes.coinsFor(value), now);
            case ChangerCommand.PayoutStatus() ->
                    tubes.isPaying() ? voice.acknowledge() : voice.answer(tubes.paid());
            case ChangerCommand.PayoutValuePoll() -> paidSoFar();
            case ChangerCommand.DiagnosticStatus() -> voice.answer(diagnosis());
            case ChangerCommand.RequestId() -> voice.answer(CashIdentity.of("SIMCHANGER", 4));
            case ChangerCommand.EnableOptions ignored -> voice.acknowledge();
            case ChangerCommand.ManualFillReport() -> voice.answer(new byte[TYPES]);
            case ChangerCommand.ManualPayoutReport() -> voice.answer(new byte[TYPES]);
            case ChangerCommand.NotUsed ignored -> BusVoice.SILENCE;
        };
    }

    private void reset(long now) {
        voice.forget();
        tubes.reset();
        acceptedMask = 0;
        manualMask = 0;
        jamsNext = false;
        resetMillis = now;
        voice.tell(WAS_RESET);
    }

    private void insert(int type) {
        int units = credit(type);
        boolean isTaken = !unplugged && (acceptedMask >> type & 1) != 0;
        if (unplugged) {
            ledger = ledger.refused(units);
        } else if (jamsNext) {
            jamsNext = false;
            voice.tell(COIN_JAMMED);
        } else if (!isTaken) {
            ledger = ledger.refused(units);
            deposited(3, type);
        } else if ((setup.tubeMask() >> type & 1) != 0 && tubes.hasRoom(type)) {
            tubes.add(type);
            ledger = ledger.tubed(units);
            deposited(1, type);
        } else {
            ledger = ledger.boxed(units);
            deposited(0, type);
        }
    }

    private void pullOut(int type) {
        insert(type);
        voice.tell(CREDITED_COIN_REMOVED);
    }

    private void byHand(int type, int count) {
        int given = (manualMask >> type & 1) == 0 ? 0 : tubes.take(type, Math.min(count, 7));
        if (given > 0) {
            ledger = ledger.gaveOut(given * credit(type));
            voice.tell(0x80 | given << 4 | type, tubes.count(type));
        }
    }

    private byte[] startPaying(Deque<Integer> coins, long now) {
        return tubes.startPaying(coins, now) ? voice.acknowledge() : BusVoice.SILENCE;
    }

    /** The last answer of a payout is an acknowledgement alone. */
    private byte[] paidSoFar() {
        int units = tubes.takePaid();
        return tubes.isPaying() || units > 0
                ? voice.answer(new byte[] {(byte) units})
                : voice.acknowledge();
    }

    private int credit(int type) {
        return setup.credits().get(type);
    }

    private void deposited(int route, int type) {
        voice.tell(0x40 | route << 4 | type, tubes.count(type));
    }

    private byte[] setupBytes() {
        ByteBuffer out = ByteBuffer.allocate(7 + TYPES);
        out.put((byte) setup.level()).putShort((short) setup.country());
        out.put((byte) setup.scale()).put((byte) setup.decimals());
        out.putShort((short) setup.tubeMask());
        setup.credits().forEach(credit -> out.put(credit.byteValue()));
        return out.array();
    }

    /** What is in the tubes is not known in the first moment after a reset. */
    private byte[] tubeBytes(long now) {
        ByteBuffer out = ByteBuffer.allocate(2 + TYPES);
        if (now - resetMillis >= TUBES_KNOWN_MILLIS) {
            out.putShort((short) tubes.fullMask()).put(tubes.counts());
        }
        return out.array();
    }

    private byte[] diagnosis() {
        boolean isWell = !unplugged && !tubes.isJammed();
        return ByteBuffer.allocate(2).putShort((short) (isWell ? WELL : GENERAL_ERROR)).array();
    }
}
