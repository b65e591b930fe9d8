package org.assistcounter.protocol.journal;

import org.assistcounter.protocol.cbor.CborMap;

/** Facts to record bodies (JOURNAL.md, "Bodies"). {@link FactDecoding} is the way back. */
final class FactEncoding {
    /** The version of every body so far. */
    static final int VERSION = 1;

    private FactEncoding() {}

    static CborMap encode(Fact fact) {
        CborMap map = new CborMap().put("v", VERSION);
        return switch (fact) {
            case Fact.Commissioned f ->
                    certified(map.put("label", f.label()), f.certificateHash(), f.agent());
            case Fact.Booted f ->
                    map.put("nonce", f.nonce())
                            .put("agent", f.agent())
                            .put("clean", f.cleanShutdown());
            case Fact.Beat _ -> map;
            case Fact.CheckpointSeen f -> map.put("note", f.note());
            case Fact.EpochBegun f ->
                    certified(map.put("note", f.note()), f.certificateHash(), f.agent());
            case Fact.OfSale f -> encodeOfSale(map.put("sale", f.sale().text()), f);
            case Fact.StockCounted f ->
                    map.put("slot", f.slot())
                            .put("product", f.product())
                            .put("lot", f.lot())
                            .put("quantity", f.quantity());
            case Fact.SlotSwitched f ->
                    map.put("slot", f.slot()).put("on", f.on()).put("reason", f.reason());
            case Fact.ColdChainNoted f ->
                    map.put("compartment", f.compartment())
                            .put("warm", f.warmMillis())
                            .put("cold", f.coldMillis())
                            .put("grace", f.graceMillis());
            case Fact.ColdChainSwitched f ->
                    map.put("compartment", f.compartment())
                            .put("locked", f.locked())
                            .put("reason", f.reason());
            case Fact.ContactChanged f -> map.put("contact", f.contact()).put("well", f.well());
            case Fact.ServiceSigned f -> map.put("in", f.in()).put("reason", f.reason());
            case Fact.ServiceRefused f -> map.put("wrong", f.wrong()).put("pause", f.pauseMillis());
            case Fact.OfDesired f -> encodeOfDesired(map, f);
            case Fact.FaultNoticed f ->
                    map.put("source", f.source()).put("what", f.what()).put("detail", f.detail());
        };
    }

    private static CborMap encodeOfDesired(CborMap map, Fact.OfDesired fact) {
        return switch (fact) {
            case Fact.DesiredStaged f -> map.put("state", f.state().bytes());
            case Fact.DesiredApplied f -> map.put("revision", f.revision());
            case Fact.DesiredRefused f ->
                    map.put("revision", f.revision()).put("reason", f.reason().word());
        };
    }

    private static CborMap certified(CborMap map, Hash certificate, String agent) {
        return map.put("certificate", certificate.bytes()).put("agent", agent);
    }

    private static CborMap encodeOfSale(CborMap map, Fact.OfSale fact) {
        return switch (fact) {
            case Fact.SaleOpened f ->
                    map.put("currency", f.currency())
                            .put("shelf", f.shelfRevision())
                            .put("lines", f.lines().stream().map(FactEncoding::line).toList());
            case Fact.PaymentRequested f ->
                    attempt(map, f.attempt(), f.way()).put("amount", f.amountMinor());
            case Fact.PaymentResolved f ->
                    attempt(map, f.attempt(), f.way())
                            .put("outcome", f.outcome().word())
                            .put("amount", f.amountMinor())
                            .putIfPresent("reference", f.reference());
            case Fact.DispenseCommanded f ->
                    map.put("line", f.line()).put("slot", f.slot()).put("command", f.command());
            case Fact.DispenseResolved f -> dispensed(map, f);
            case Fact.RefundRequested f ->
                    attempt(map, f.attempt(), f.way())
                            .put("line", f.line())
                            .put("amount", f.amountMinor());
            case Fact.RefundResolved f ->
                    attempt(map, f.attempt(), f.way())
                            .put("line", f.line())
                            .put("amount", f.amountMinor())
                            .put("outcome", f.outcome().word());
            case Fact.CaseOpened f ->
                    map.put("line", f.line())
                            .put("way", f.way().word())
                            .put("amount", f.amountMinor())
                            .put("reason", f.reason().word());
            case Fact.SaleClosed f ->
                    map.put("outcome", f.outcome().word())
                            .put("charged", f.chargedMinor())
                            .put("refunded", f.refundedMinor())
                            .put("held", f.heldMinor());
        };
    }

    private static CborMap attempt(CborMap map, int attempt, PaymentWay way) {
        return map.put("attempt", attempt).put("way", way.word());
    }

    private static CborMap dispensed(CborMap map, Fact.DispenseResolved f) {
        Fact.Evidence evidence = f.evidence();
        return map.put("goods", line(f.goods()))
                .put("amount", f.amountMinor())
                .put("verdict", f.verdict().word())
                .put("off", f.slotOff())
                .put(
                        "evidence",
                        new CborMap()
                                .put("home", evidence.home())
                                .put("drop", evidence.drop())
                                .put("before", evidence.sensorBefore())
                                .put("after", evidence.sensorAfter())
                                .put("board", evidence.board()));
    }

    private static CborMap line(Fact.SaleLine line) {
        return new CborMap()
                .put("line", line.line())
                .put("slot", line.slot())
                .put("product", line.product())
                .put("lot", line.lot())
                .put("price", line.priceMinor());
    }
}
