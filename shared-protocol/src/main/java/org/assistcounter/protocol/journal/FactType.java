package org.assistcounter.protocol.journal;

import org.jspecify.annotations.Nullable;

/** The type byte of each kind of fact (JOURNAL.md). A number is never given twice. */
public enum FactType {
    COMMISSIONED(1),
    BOOTED(2),
    BEAT(3),
    CHECKPOINT_SEEN(4),
    EPOCH_BEGUN(5),
    SALE_OPENED(10),
    PAYMENT_REQUESTED(11),
    PAYMENT_RESOLVED(12),
    DISPENSE_COMMANDED(13),
    DISPENSE_RESOLVED(14),
    REFUND_REQUESTED(15),
    REFUND_RESOLVED(16),
    CASE_OPENED(17),
    SALE_CLOSED(18),
    STOCK_COUNTED(30),
    SLOT_SWITCHED(31),
    COLD_CHAIN_NOTED(32),
    COLD_CHAIN_SWITCHED(33),
    FAULT_NOTICED(40),
    CONTACT_CHANGED(41),
    SERVICE_SIGNED(50),
    SERVICE_REFUSED(51),
    DESIRED_STAGED(60),
    DESIRED_APPLIED(61),
    DESIRED_REFUSED(62);

    private static final @Nullable FactType[] BY_NUMBER = new FactType[256];

    static {
        for (FactType type : values()) {
            BY_NUMBER[type.number] = type;
        }
    }

    private final int number;

    FactType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Null for a number that this version does not know. */
    public static @Nullable FactType of(int number) {
        return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
    }

    static FactType of(Fact fact) {
        return switch (fact) {
            case Fact.Commissioned _ -> COMMISSIONED;
            case Fact.Booted _ -> BOOTED;
            case Fact.Beat _ -> BEAT;
            case Fact.CheckpointSeen _ -> CHECKPOINT_SEEN;
            case Fact.EpochBegun _ -> EPOCH_BEGUN;
            case Fact.SaleOpened _ -> SALE_OPENED;
            case Fact.PaymentRequested _ -> PAYMENT_REQUESTED;
            case Fact.PaymentResolved _ -> PAYMENT_RESOLVED;
            case Fact.DispenseCommanded _ -> DISPENSE_COMMANDED;
            case Fact.DispenseResolved _ -> DISPENSE_RESOLVED;
            case Fact.RefundRequested _ -> REFUND_REQUESTED;
            case Fact.RefundResolved _ -> REFUND_RESOLVED;
            case Fact.CaseOpened _ -> CASE_OPENED;
            case Fact.SaleClosed _ -> SALE_CLOSED;
            case Fact.StockCounted _ -> STOCK_COUNTED;
            case Fact.SlotSwitched _ -> SLOT_SWITCHED;
            case Fact.ColdChainNoted _ -> COLD_CHAIN_NOTED;
            case Fact.ColdChainSwitched _ -> COLD_CHAIN_SWITCHED;
            case Fact.FaultNoticed _ -> FAULT_NOTICED;
            case Fact.ContactChanged _ -> CONTACT_CHANGED;
            case Fact.ServiceSigned _ -> SERVICE_SIGNED;
            case Fact.ServiceRefused _ -> SERVICE_REFUSED;
            case Fact.DesiredStaged _ -> DESIRED_STAGED;
            case Fact.DesiredApplied _ -> DESIRED_APPLIED;
            case Fact.DesiredRefused _ -> DESIRED_REFUSED;
        };
    }
}
