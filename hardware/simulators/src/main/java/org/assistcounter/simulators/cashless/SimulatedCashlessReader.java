package org.assistcounter.simulators.cashless;

import java.util.List;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Identification;
import org.assistcounter.devices.mdb.MdbBlock;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderMessageEncoder;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.assistcounter.devices.mdb.VmcMessageCodec;

/**
 * A cashless reader on the bus, level 1 to 3, at either address, with the options that it offers.
 *
 * <p>Fault model. The shopper: no funds, card removed at any time. The issuer: refusal, slow
 * answer, an approval of nothing or of less. The refund: slow (polls find silence) or impossible
 * (0A C0, money kept). Power: a blip makes it forget everything but its ledger. It may say another
 * level or currency than it then speaks or counts in. A block with a wrong checksum or mode bit is
 * met with silence; data that the VMC does not acknowledge is said again at the next poll. A
 * command that does not fit the state is acknowledged and then 0B is said. A reset between approval
 * and success counts as success (§7.4.7). It never approves twice, never refunds without a failure.
 */
public final class SimulatedCashlessReader {

    private static final int[] SILENCE = {};
    private static final Identification ID =
            new Identification("SIM", "000000000042", "SIMREADER", 0x0100);

    private final ReaderModel model;
    private final CardDesk desk;
    private String clock = "";

    public SimulatedCashlessReader(ReaderMessage.ReaderConfig config, CardLedger ledger) {
        this(new ReaderModel(config), ledger);
    }

    public SimulatedCashlessReader(ReaderModel model, CardLedger ledger) {
        this.model = model;
        this.desk = new CardDesk(model, ledger);
    }

    /** A level-1 reader that counts in fen, answers within 5 s and can refund. */
    public static ReaderMessage.ReaderConfig yuanConfig() {
        return new ReaderMessage.ReaderConfig(1, 0x1156, 1, 2, 5, 1);
    }

    CardDesk desk() {
        return desk;
    }

    CashlessAddress address() {
        return model.address();
    }

    SessionForm form() {
        return desk.form();
    }

    ReaderState state() {
        return desk.state();
    }

    CardLedger ledger() {
        return desk.ledger();
    }

    List<String> faults() {
        return desk.faults();
    }

    /** The time that the VMC told last, in BCD. */
    String clock() {
        return clock;
    }

    void fault(String name) {
        if (!faults().contains(name)) {
            faults().add(name);
        }
    }

    /** Time passes: the issuer may have answered. */
    void tick(long nowMillis) {
        desk.tick(nowMillis);
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
        return VmcMessageCodec.decode(data, form(), model.address());
    }

    private int[] answer(VmcMessage message, long now) {
        switch (message) {
            case VmcMessage.Poll() -> {
                return polled(now);
            }
            case VmcMessage.Reset() -> desk.reset();
            case VmcMessage.SetupConfig setup -> setUp(setup);
            case VmcMessage.SetupPrices ignored -> desk.priced();
            case VmcMessage.VendRequest request -> desk.ask(request, now);
            case VmcMessage.VendCancel() -> desk.cancel();
            case VmcMessage.VendSuccess ignored -> desk.succeed();
            case VmcMessage.VendFailure() -> desk.refund(now);
            case VmcMessage.SessionComplete() -> desk.complete();
            case VmcMessage.ReaderDisable() -> desk.switchTo(ReaderState.DISABLED);
            case VmcMessage.ReaderEnable() -> desk.switchTo(ReaderState.ENABLED);
            case VmcMessage.ReaderCancel() -> desk.say(new ReaderMessage.Cancelled());
            case VmcMessage.CashSale sale -> desk.soldForCash(sale);
            case VmcMessage.RevalueCommand revalue -> desk.revalue(revalue);
            case VmcMessage.ExpansionCommand expansion -> expansion(expansion);
            case VmcMessage.NegativeVendRequest ignored -> desk.outOfSequence();
            case VmcMessage.NotUsed ignored -> desk.outOfSequence();
        }
        return BusWords.readerAck();
    }

    private void expansion(VmcMessage.ExpansionCommand message) {
        switch (message) {
            case VmcMessage.RequestId ignored ->
                    desk.say(new ReaderMessage.PeripheralId(ID, model.offered()));
            case VmcMessage.EnableOptions(long bits) -> enable(bits);
            case VmcMessage.WriteTime(String bcd) -> clock = bcd;
            case VmcMessage.Diagnostics(String data) ->
                    desk.say(new ReaderMessage.Diagnostics(data));
        }
    }

    private void enable(long bits) {
        if (form().level() < 3 || (bits & ~model.offered()) != 0) {
            desk.outOfSequence();
        } else {
            desk.agree(form().withOptions(bits), bits);
        }
    }

    private int[] polled(long now) {
        if (desk.isSilentAt(now)) {
            return SILENCE;
        }
        ReaderMessage next = desk.nextToSay();
        return next == null
                ? BusWords.readerAck()
                : BusWords.fromReader(ReaderMessageEncoder.encode(next, formOf(next)));
    }

    /** The one message that a reader with a false level betrays itself by. */
    private SessionForm formOf(ReaderMessage message) {
        boolean lies =
                message instanceof ReaderMessage.BeginSession
                        && model.sessionLevel() != model.config().level();
        return lies ? new SessionForm(model.sessionLevel(), 0) : form();
    }

    private void setUp(VmcMessage.SetupConfig setup) {
        desk.say(model.config());
        desk.agree(
                new SessionForm(
                        Math.min(setup.level(), model.config().level()),
                        setup.columns() * setup.rows()),
                0);
    }
}
