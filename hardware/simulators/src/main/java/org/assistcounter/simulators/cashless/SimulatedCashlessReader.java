package org.assistcounter.simulators.cashless;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Identification;
import org.assistcounter.devices.mdb.MdbBlock;
import org.assistcounter.devices.mdb.PriceScale;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderMessageEncoder;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.assistcounter.devices.mdb.VmcMessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * A cashless reader on the bus, level 1 to 3 with 16-bit amounts.
 *
 * <p>Fault model. The shopper: no funds, card removed at any time. The issuer: refusal, slow
 * answer, an approval of nothing. The refund: slow (polls find silence) or impossible (0A C0, money
 * kept). Power: a blip makes it forget everything but its ledger. A block with a wrong checksum or
 * mode bit is met with silence; data that the VMC does not acknowledge is said again at the next
 * poll. A command that does not fit the state is acknowledged and then 0B is said. A reset between
 * approval and success counts as success (§7.4.7). It never approves twice, never refunds without a
 * failure.
 */
public final class SimulatedCashlessReader {

    private static final int[] SILENCE = {};
    private static final int REFUND_FAILED = 0xC0;
    private static final Identification ID =
            new Identification("SIM", "000000000042", "SIMREADER", 0x0100);

    private final ReaderMessage.ReaderConfig config;
    private final PriceScale scale;
    private final Deque<ReaderMessage> toSay = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private SessionForm form = SessionForm.UNKNOWN;
    private ReaderState state = ReaderState.INACTIVE;
    private CardLedger ledger;
    private VmcMessage.@Nullable VendRequest asked;
    private long fundsMinor;
    private long decideAtMillis = Long.MAX_VALUE;
    private long decideAfterMillis = 800;
    private long refundMillis;
    private long refundingUntilMillis = Long.MIN_VALUE;

    public SimulatedCashlessReader(ReaderMessage.ReaderConfig config, CardLedger ledger) {
        this.config = config;
        this.scale = new PriceScale(config.scale(), config.decimals());
        this.ledger = ledger.kept();
        toSay.add(new ReaderMessage.JustReset());
    }

    /** A level-1 reader that counts in fen, answers within 5 s and can refund. */
    public static ReaderMessage.ReaderConfig yuanConfig() {
        return new ReaderMessage.ReaderConfig(1, 0x1156, 1, 2, 5, 1);
    }

    SessionForm form() {
        return form;
    }

    ReaderState state() {
        return state;
    }

    CardLedger ledger() {
        return ledger;
    }

    List<String> faults() {
        return faults;
    }

    /** Whether it is so busy with a refund that it does not answer polls. */
    boolean isSilentAt(long nowMillis) {
        return nowMillis < refundingUntilMillis;
    }

    void tap(long funds) {
        if (state == ReaderState.ENABLED) {
            fundsMinor = funds;
            state = ReaderState.SESSION_IDLE;
            long raw = Math.min(funds / scale.stepMinor() * scale.stepMinor(), 60_000);
            toSay.add(new ReaderMessage.BeginSession(scale.rawOf(raw), 0, 0, 0));
        }
    }

    void removeCard() {
        switch (state) {
            case SESSION_IDLE -> toSay.add(new ReaderMessage.SessionCancelRequest());
            case VEND_ASKED -> {
                deny();
                toSay.add(new ReaderMessage.SessionCancelRequest());
            }
            case INACTIVE, DISABLED, ENABLED, VEND_APPROVED -> {}
        }
    }

    void fault(String name) {
        if (!faults.contains(name)) {
            faults.add(name);
        }
    }

    void decideAfter(long millis) {
        decideAfterMillis = millis;
    }

    void refundSlowly(long millis) {
        refundMillis = millis;
    }

    /** What a reset or a moment without power does. */
    void reset() {
        ledger = ledger.kept();
        state = ReaderState.INACTIVE;
        form = SessionForm.UNKNOWN;
        asked = null;
        decideAtMillis = Long.MAX_VALUE;
        refundingUntilMillis = Long.MIN_VALUE;
        toSay.clear();
        toSay.add(new ReaderMessage.JustReset());
    }

    /** Time passes: the issuer may have answered. */
    void tick(long nowMillis) {
        if (nowMillis >= decideAtMillis && state == ReaderState.VEND_ASKED) {
            decide();
        }
    }

    /** A block of the VMC's words; gives the answer's words, none for silence. */
    int[] heard(int[] words, long nowMillis) {
        byte[] block = BusWords.bytes(words);
        if (!BusWords.isVmcBlock(words)) {
            return SILENCE;
        }
        return switch (MdbBlock.withoutChecksum(block).then(this::decode)) {
            case Decoded.Understood<VmcMessage>(var message) -> answer(message, nowMillis);
            case Decoded.Refused<VmcMessage> ignored -> SILENCE;
        };
    }

    private Decoded<VmcMessage> decode(byte[] data) {
        return VmcMessageCodec.decode(data, form, CashlessAddress.FIRST);
    }

    /** The VMC has the data that was said last. */
    void acknowledged() {
        toSay.poll();
    }

    private int[] answer(VmcMessage message, long now) {
        switch (message) {
            case VmcMessage.Reset() -> reset();
            case VmcMessage.SetupConfig setup -> setUp(setup);
            case VmcMessage.SetupPrices ignored -> state = ReaderState.DISABLED;
            case VmcMessage.Poll() -> {
                return polled(now);
            }
            case VmcMessage.VendRequest request -> ask(request, now);
            case VmcMessage.VendCancel() -> cancel();
            case VmcMessage.VendSuccess ignored -> succeed();
            case VmcMessage.VendFailure() -> refund(now);
            case VmcMessage.SessionComplete() -> complete();
            case VmcMessage.ReaderDisable() -> switchTo(ReaderState.DISABLED);
            case VmcMessage.ReaderEnable() -> switchTo(ReaderState.ENABLED);
            case VmcMessage.ReaderCancel() -> toSay.add(new ReaderMessage.Cancelled());
            case VmcMessage.RequestId ignored -> toSay.add(new ReaderMessage.PeripheralId(ID, 0));
            case VmcMessage.CashSale ignored -> outOfSequence();
            case VmcMessage.NegativeVendRequest ignored -> outOfSequence();
            case VmcMessage.RevalueCommand ignored -> outOfSequence();
            case VmcMessage.ExpansionCommand ignored -> outOfSequence();
            case VmcMessage.NotUsed ignored -> outOfSequence();
        }
        return BusWords.readerAck();
    }

    private int[] polled(long now) {
        ReaderMessage next = toSay.peek();
        if (isSilentAt(now)) {
            return SILENCE;
        }
        return next == null
                ? BusWords.readerAck()
                : BusWords.fromReader(ReaderMessageEncoder.encode(next, form));
    }

    private void setUp(VmcMessage.SetupConfig setup) {
        toSay.add(config);
        form =
                new SessionForm(
                        Math.min(setup.level(), config.level()), setup.columns() * setup.rows());
    }

    private void ask(VmcMessage.VendRequest request, long now) {
        if (state != ReaderState.SESSION_IDLE) {
            outOfSequence();
            return;
        }
        asked = request;
        state = ReaderState.VEND_ASKED;
        decideAtMillis = now + decideAfterMillis;
    }

    private void decide() {
        VmcMessage.VendRequest request = asked;
        if (request == null) {
            return;
        }
        long amount = scale.minorOf(request.price());
        boolean refused = faults.remove("deny-next") || amount > fundsMinor;
        if (refused) {
            deny();
            return;
        }
        long taken = faults.remove("approve-nothing-next") ? 0 : request.price();
        decideAtMillis = Long.MAX_VALUE;
        state = ReaderState.VEND_APPROVED;
        ledger = ledger.approved(request.item(), scale.minorOf(taken));
        toSay.add(new ReaderMessage.VendApproved(taken));
    }

    private void deny() {
        VmcMessage.VendRequest request = asked;
        if (request != null) {
            ledger = ledger.denied(request.item(), scale.minorOf(request.price()));
        }
        decideAtMillis = Long.MAX_VALUE;
        state = ReaderState.SESSION_IDLE;
        toSay.add(new ReaderMessage.VendDenied());
    }

    private void cancel() {
        if (state == ReaderState.VEND_ASKED) {
            deny();
        } else if (state == ReaderState.VEND_APPROVED) {
            ledger = ledger.refunded();
            state = ReaderState.SESSION_IDLE;
            toSay.add(new ReaderMessage.VendDenied());
        } else {
            outOfSequence();
        }
    }

    private void succeed() {
        if (state == ReaderState.VEND_APPROVED) {
            ledger = ledger.kept();
            state = ReaderState.SESSION_IDLE;
        } else {
            outOfSequence();
        }
    }

    private void refund(long now) {
        if (state != ReaderState.VEND_APPROVED) {
            outOfSequence();
            return;
        }
        state = ReaderState.SESSION_IDLE;
        refundingUntilMillis = now + refundMillis;
        if (faults.remove("refund-fails") || !config.canRefund()) {
            ledger = ledger.kept();
            toSay.add(new ReaderMessage.Malfunction(REFUND_FAILED));
        } else {
            ledger = ledger.refunded();
        }
    }

    private void complete() {
        if (state == ReaderState.SESSION_IDLE) {
            state = ReaderState.ENABLED;
            toSay.add(new ReaderMessage.EndSession());
        } else {
            outOfSequence();
        }
    }

    private void switchTo(ReaderState next) {
        if (state == ReaderState.DISABLED || state == ReaderState.ENABLED) {
            state = next;
        } else if (state != ReaderState.SESSION_IDLE) {
            outOfSequence();
        }
    }

    private void outOfSequence() {
        toSay.add(new ReaderMessage.OutOfSequence(state.code()));
    }
}
