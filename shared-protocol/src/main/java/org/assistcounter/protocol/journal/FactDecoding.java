package org.assistcounter.protocol.journal;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.shelf.ShelfSlot;

/**
 * Record bodies to facts. A body that does not fit is refused with the reason; nothing is guessed.
 */
final class FactDecoding {
    private static final long AMOUNT_MAX = 100_000_000_00L;
    private static final long MILLIS_MAX = 1L << 50;
    private static final int SLOT_MAX = 9_999;
    private static final int LINES_MAX = 50;
    private static final int ATTEMPTS_MAX = 99;

    private FactDecoding() {}

    static Fact decode(FactType type, CborMap map) throws MalformedCborException {
        map.integer("v", FactEncoding.VERSION, FactEncoding.VERSION);
        return switch (type) {
            case COMMISSIONED ->
                    new Fact.Commissioned(map.text("label"), hash(map), map.text("agent"));
            case BOOTED -> new Fact.Booted(map.text("nonce"), map.text("agent"), map.flag("clean"));
            case BEAT -> new Fact.Beat();
            case CHECKPOINT_SEEN -> new Fact.CheckpointSeen(map.text("note"));
            case EPOCH_BEGUN -> new Fact.EpochBegun(map.text("note"), hash(map), map.text("agent"));
            case SALE_OPENED -> opened(map);
            case PAYMENT_REQUESTED ->
                    new Fact.PaymentRequested(sale(map), attempt(map), way(map), amount(map));
            case PAYMENT_RESOLVED -> paymentResolved(map);
            case DISPENSE_COMMANDED ->
                    new Fact.DispenseCommanded(
                            sale(map), lineNumber(map), slot(map), map.integer("command"));
            case DISPENSE_RESOLVED -> dispensed(map);
            case REFUND_REQUESTED ->
                    new Fact.RefundRequested(
                            sale(map), lineNumber(map), attempt(map), way(map), amount(map));
            case REFUND_RESOLVED -> refunded(map);
            case CASE_OPENED -> caseOpened(map);
            case SALE_CLOSED -> closed(map);
            case STOCK_COUNTED -> counted(map);
            case SLOT_SWITCHED ->
                    new Fact.SlotSwitched(slot(map), map.flag("on"), map.text("reason"));
            case COLD_CHAIN_NOTED -> coldChain(map);
            case COLD_CHAIN_SWITCHED -> coldChainSwitched(map);
            case CONTACT_CHANGED -> new Fact.ContactChanged(map.text("contact"), map.flag("well"));
            case SERVICE_SIGNED -> new Fact.ServiceSigned(map.flag("in"), map.text("reason"));
            case SERVICE_REFUSED ->
                    new Fact.ServiceRefused(wrong(map), map.integer("pause", 0, MILLIS_MAX));
            case DESIRED_STAGED -> new Fact.DesiredStaged(SignedState.read(map.bytes("state")));
            case DESIRED_APPLIED -> new Fact.DesiredApplied(revision(map));
            case DESIRED_REFUSED -> desiredRefused(map);
            case FAULT_NOTICED ->
                    new Fact.FaultNoticed(map.text("source"), map.text("what"), map.text("detail"));
        };
    }

    private static Fact opened(CborMap map) throws MalformedCborException {
        List<Fact.SaleLine> lines = new ArrayList<>();
        for (CborMap line : map.list("lines", CborMap.class)) {
            lines.add(line(line));
        }
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new MalformedCborException(lines.size() + " lines in a sale");
        }
        return new Fact.SaleOpened(
                sale(map), map.text("currency"), map.integer("shelf", 0, Long.MAX_VALUE), lines);
    }

    private static Fact refunded(CborMap map) throws MalformedCborException {
        return new Fact.RefundResolved(
                sale(map),
                lineNumber(map),
                attempt(map),
                way(map),
                amount(map),
                Word.read(map, "outcome", RefundOutcome.class));
    }

    private static Fact coldChain(CborMap map) throws MalformedCborException {
        return new Fact.ColdChainNoted(
                compartment(map),
                map.integer("warm", 0, MILLIS_MAX),
                map.integer("cold", 0, MILLIS_MAX),
                map.integer("grace", 0, MILLIS_MAX));
    }

    private static Fact coldChainSwitched(CborMap map) throws MalformedCborException {
        return new Fact.ColdChainSwitched(compartment(map), map.flag("locked"), map.text("reason"));
    }

    private static int compartment(CborMap map) throws MalformedCborException {
        return (int) map.integer("compartment", 1, ShelfSlot.Place.COMPARTMENT_MAX);
    }

    private static Fact paymentResolved(CborMap map) throws MalformedCborException {
        return new Fact.PaymentResolved(
                sale(map),
                attempt(map),
                way(map),
                Word.read(map, "outcome", PaymentOutcome.class),
                amount(map),
                map.textOrNull("reference"));
    }

    private static Fact dispensed(CborMap map) throws MalformedCborException {
        CborMap evidence = map.map("evidence");
        return new Fact.DispenseResolved(
                sale(map),
                line(map.map("goods")),
                amount(map),
                Word.read(map, "verdict", DispenseVerdict.class),
                new Fact.Evidence(
                        evidence.text("home"),
                        evidence.text("drop"),
                        evidence.text("before"),
                        evidence.text("after"),
                        (int) evidence.integer("board", -1, 255)),
                map.flag("off"));
    }

    private static Fact caseOpened(CborMap map) throws MalformedCborException {
        return new Fact.CaseOpened(
                sale(map),
                lineNumber(map),
                way(map),
                amount(map),
                Word.read(map, "reason", CaseReason.class));
    }

    private static Fact closed(CborMap map) throws MalformedCborException {
        return new Fact.SaleClosed(
                sale(map),
                Word.read(map, "outcome", SaleOutcome.class),
                map.integer("charged", 0, AMOUNT_MAX),
                map.integer("refunded", 0, AMOUNT_MAX),
                map.integer("held", 0, AMOUNT_MAX));
    }

    private static Fact counted(CborMap map) throws MalformedCborException {
        return new Fact.StockCounted(
                slot(map),
                map.text("product"),
                map.text("lot"),
                (int) map.integer("quantity", 0, 100_000));
    }

    private static Fact.SaleLine line(CborMap map) throws MalformedCborException {
        return new Fact.SaleLine(
                lineNumber(map),
                slot(map),
                map.text("product"),
                map.text("lot"),
                map.integer("price", 0, AMOUNT_MAX));
    }

    private static int wrong(CborMap map) throws MalformedCborException {
        return (int) map.integer("wrong", 1, Integer.MAX_VALUE);
    }

    private static Fact desiredRefused(CborMap map) throws MalformedCborException {
        return new Fact.DesiredRefused(revision(map), Word.read(map, "reason", Rejection.class));
    }

    private static long revision(CborMap map) throws MalformedCborException {
        return map.integer("revision", 1, Long.MAX_VALUE);
    }

    private static SaleId sale(CborMap map) throws MalformedCborException {
        try {
            return new SaleId(map.text("sale"));
        } catch (IllegalArgumentException e) {
            throw new MalformedCborException(String.valueOf(e.getMessage()));
        }
    }

    private static Hash hash(CborMap map) throws MalformedCborException {
        byte[] bytes = map.bytes("certificate");
        if (bytes.length != Hash.LENGTH) {
            throw new MalformedCborException("certificate has " + bytes.length + " bytes");
        }
        return new Hash(bytes);
    }

    private static int lineNumber(CborMap map) throws MalformedCborException {
        return (int) map.integer("line", 1, LINES_MAX);
    }

    private static int slot(CborMap map) throws MalformedCborException {
        return (int) map.integer("slot", 0, SLOT_MAX);
    }

    private static int attempt(CborMap map) throws MalformedCborException {
        return (int) map.integer("attempt", 1, ATTEMPTS_MAX);
    }

    private static PaymentWay way(CborMap map) throws MalformedCborException {
        return Word.read(map, "way", PaymentWay.class);
    }

    private static long amount(CborMap map) throws MalformedCborException {
        return map.integer("amount", 0, AMOUNT_MAX);
    }
}
