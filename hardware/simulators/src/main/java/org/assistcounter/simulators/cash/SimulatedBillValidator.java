package org.assistcounter.simulators.cash;

import java.nio.ByteBuffer;
import java.util.List;
import org.assistcounter.devices.cash.ValidatorCommand;
import org.assistcounter.devices.cash.ValidatorCommandCodec;
import org.assistcounter.devices.cash.ValidatorMessage;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.MdbBlock;

/**
 * A level-1 bill validator at 30h with escrow (MDB/ICP 4.2 §6).
 *
 * <p>Fault model. The shopper: paper that is no bill, a bill on a thread out of escrow or out of
 * the stacker, bills pushed in while none are taken. The device: a jam, stacker full, cash box out,
 * power lost for a moment (the bill in escrow comes back, untold credit is forgotten). The bus: a
 * wrong checksum, silence; a spoilt block of ours is met with silence. A bill moves for 400 ms, in
 * which it is busy. It never tells a bill as stacked twice once that was acknowledged, and never
 * stacks a bill that it was told to give back.
 */
public final class SimulatedBillValidator {

    private static final int TYPES = 16;
    private static final int NO_BILL = -1;
    private static final long MOVE_MILLIS = 400;
    private static final int FULL = 0x8000;
    private static final byte[] BUSY = {3};

    private static final int JAMMED = 0x05;
    private static final int WAS_RESET = 0x06;
    private static final int BILL_REMOVED = 0x07;
    private static final int CASH_BOX_OUT = 0x08;
    private static final int DISABLED = 0x09;
    private static final int INVALID_ESCROW_REQUEST = 0x0A;
    private static final int REJECTED = 0x0B;
    private static final int CREDITED_BILL_REMOVED = 0x0C;
    private static final int ONE_ATTEMPT = 0x41;

    private static final int STACKED = 0x80;
    private static final int IN_ESCROW = 0x90;
    private static final int RETURNED = 0xA0;

    private final ValidatorMessage.SetupData setup;
    private final BusVoice voice = new BusVoice();
    private BillLedger ledger = BillLedger.EMPTY;
    private int acceptedMask;
    private int escrowMask;
    private int held = NO_BILL;
    private int bills;
    private int lastStacked = NO_BILL;
    private long movesUntilMillis = Long.MAX_VALUE;
    private boolean stacks;
    private boolean jammed;
    private boolean jamsNext;
    private boolean hasCashBox = true;

    public SimulatedBillValidator(ValidatorMessage.SetupData setup) {
        this.setup = setup;
        reset();
    }

    /** Bills of 1, 5, 10 and 20 yuan; room for so many of them. */
    public static ValidatorMessage.SetupData yuanSetup(int stackerCapacity) {
        return new ValidatorMessage.SetupData(
                new ValidatorMessage.Counting(1, 0x1156, 100, 2, stackerCapacity),
                0xFFFF,
                true,
                List.of(1, 5, 10, 20));
    }

    /** What moved so far. */
    public BillLedger ledger() {
        return ledger;
    }

    /** The bill that is neither in the cash box nor out, in units of credit. */
    public int held() {
        return held == NO_BILL ? 0 : credit(held);
    }

    /** A block of the VMC, or its lone byte; gives the answer, empty for silence. */
    public byte[] heard(byte[] block, long nowMillis) {
        move(nowMillis);
        if (voice.isSilentAt(nowMillis)) {
            return BusVoice.SILENCE;
        }
        if (block.length == 1) {
            return voice.heardByte(block[0]);
        }
        return switch (MdbBlock.withoutChecksum(block).then(ValidatorCommandCodec::decode)) {
            case Decoded.Understood<ValidatorCommand>(var command) -> answer(command, nowMillis);
            case Decoded.Refused<ValidatorCommand> ignored -> BusVoice.SILENCE;
        };
    }

    /** Somebody does something to it. */
    public void trick(ValidatorTrick trick, long nowMillis) {
        move(nowMillis);
        switch (trick) {
            case ValidatorTrick.Insert(int type) -> insert(type, nowMillis);
            case ValidatorTrick.InsertPaper() -> voice.tell(REJECTED);
            case ValidatorTrick.PullFromEscrow() -> pullFromEscrow();
            case ValidatorTrick.PullFromStacker() -> pullFromStacker();
            case ValidatorTrick.Jam() -> jam();
            case ValidatorTrick.ClearJam() -> clearJam();
            case ValidatorTrick.TakeCashBox() -> {
                hasCashBox = false;
                bills = 0;
                lastStacked = NO_BILL;
                voice.tell(CASH_BOX_OUT);
            }
            case ValidatorTrick.PutCashBox() -> hasCashBox = true;
            case ValidatorTrick.SpoilNext() -> voice.spoilNext();
            case ValidatorTrick.GoSilent(long millis) -> voice.silence(nowMillis + millis);
            case ValidatorTrick.PowerBlip() -> reset();
        }
    }

    private byte[] answer(ValidatorCommand command, long now) {
        return switch (command) {
            case ValidatorCommand.Reset() -> {
                reset();
                yield voice.acknowledge();
            }
            case ValidatorCommand.Setup() -> voice.answer(setupBytes());
            case ValidatorCommand.Security ignored -> voice.acknowledge();
            case ValidatorCommand.Poll() -> voice.polled(isMoving() ? BUSY : BusVoice.SILENCE);
            case ValidatorCommand.BillType(int accepted, int escrow) -> {
                acceptedMask = accepted;
                escrowMask = escrow;
                yield voice.acknowledge();
            }
            case ValidatorCommand.Escrow(boolean stack) -> {
                decide(stack, now);
                yield voice.acknowledge();
            }
            case ValidatorCommand.Stacker() -> voice.answer(stackerBytes());
            case ValidatorCommand.RequestId(boolean withOptions) ->
                    withOptions
                            ? BusVoice.SILENCE
                            : voice.answer(CashIdentity.of("SIMVALIDATOR", 0));
            case ValidatorCommand.EnableOptions ignored -> BusVoice.SILENCE;
            case ValidatorCommand.NotUsed ignored -> BusVoice.SILENCE;
        };
    }

    /** A bill that has not been stacked comes back. */
    private void reset() {
        voice.forget();
        if (held != NO_BILL && !jammed) {
            ledger = ledger.gaveBack(credit(held));
            held = NO_BILL;
        }
        acceptedMask = 0;
        escrowMask = 0;
        jamsNext = false;
        movesUntilMillis = Long.MAX_VALUE;
        voice.tell(WAS_RESET);
        voice.tell(DISABLED);
    }

    private void insert(int type, long now) {
        ledger = ledger.inserted(credit(type));
        boolean isTaken = (acceptedMask >> type & 1) != 0 && hasCashBox && !isFull();
        if (acceptedMask == 0) {
            ledger = ledger.gaveBack(credit(type));
            voice.tell(ONE_ATTEMPT);
        } else if (!isTaken || held != NO_BILL) {
            ledger = ledger.gaveBack(credit(type));
            voice.tell(REJECTED);
        } else if (jamsNext) {
            jamsNext = false;
            held = type;
            jam();
        } else {
            held = type;
            hold(type, now);
        }
    }

    private void hold(int type, long now) {
        if ((escrowMask >> type & 1) == 0) {
            startMoving(true, now);
        } else {
            voice.tell(IN_ESCROW | type);
        }
    }

    private void decide(boolean stack, long now) {
        if (held == NO_BILL || jammed || isMoving()) {
            voice.tell(INVALID_ESCROW_REQUEST);
        } else {
            startMoving(stack, now);
        }
    }

    private boolean isMoving() {
        return movesUntilMillis != Long.MAX_VALUE;
    }

    private void startMoving(boolean toStacker, long now) {
        stacks = toStacker;
        movesUntilMillis = now + MOVE_MILLIS;
    }

    private void move(long now) {
        if (now < movesUntilMillis) {
            return;
        }
        movesUntilMillis = Long.MAX_VALUE;
        if (stacks) {
            bills++;
            lastStacked = held;
            ledger = ledger.stacked(credit(held));
            voice.tell(STACKED | held);
        } else {
            ledger = ledger.gaveBack(credit(held));
            voice.tell(RETURNED | held);
        }
        held = NO_BILL;
    }

    private void pullFromEscrow() {
        if (held != NO_BILL && !jammed) {
            ledger = ledger.stolen(credit(held));
            held = NO_BILL;
            movesUntilMillis = Long.MAX_VALUE;
            voice.tell(BILL_REMOVED);
        }
    }

    /** The credit stands: only the validator's word tells that the bill is gone. */
    private void pullFromStacker() {
        if (lastStacked != NO_BILL) {
            lastStacked = NO_BILL;
            bills--;
            voice.tell(CREDITED_BILL_REMOVED);
        }
    }

    private void jam() {
        if (held == NO_BILL) {
            jamsNext = true;
        } else {
            jammed = true;
            movesUntilMillis = Long.MAX_VALUE;
            voice.tell(JAMMED);
        }
    }

    private void clearJam() {
        if (jammed) {
            jammed = false;
            ledger = ledger.gaveBack(credit(held));
            voice.tell(RETURNED | held);
            held = NO_BILL;
        }
    }

    private boolean isFull() {
        return bills >= setup.counting().stackerCapacity();
    }

    private int credit(int type) {
        return setup.credits().get(type);
    }

    private byte[] stackerBytes() {
        return ByteBuffer.allocate(2).putShort((short) (bills | (isFull() ? FULL : 0))).array();
    }

    private byte[] setupBytes() {
        ValidatorMessage.Counting counting = setup.counting();
        ByteBuffer out = ByteBuffer.allocate(11 + TYPES);
        out.put((byte) counting.level()).putShort((short) counting.country());
        out.putShort((short) counting.scale()).put((byte) counting.decimals());
        out.putShort((short) counting.stackerCapacity()).putShort((short) setup.securityMask());
        out.put((byte) (setup.hasEscrow() ? 0xFF : 0));
        setup.credits().forEach(credit -> out.put(credit.byteValue()));
        return out.array();
    }
}
