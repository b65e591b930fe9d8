package org.assistcounter.devices.mdb;

/**
 * The class of a MALFUNCTION, the upper four bits of its code (MDB/ICP 4.2 §7.4.4). The lower four
 * belong to the manufacturer.
 */
public enum MalfunctionKind {
    MEDIA_ERROR(Effect.ONCE),
    MEDIA_INVALID(Effect.ONCE),
    TAMPERED(Effect.ONCE),
    MANUFACTURER_TRANSIENT(Effect.ONCE),
    COMMUNICATION_IMPAIRED(Effect.STILL_WORKS),
    SERVICE_NEEDED(Effect.STILL_WORKS),
    UNASSIGNED_IMPAIRED(Effect.STILL_WORKS),
    MANUFACTURER_IMPAIRED(Effect.STILL_WORKS),
    READER_FAILED(Effect.OUT_OF_ORDER),
    COMMUNICATION_FAILED(Effect.OUT_OF_ORDER),
    MEDIA_JAMMED(Effect.OUT_OF_ORDER),
    MANUFACTURER_FAILED(Effect.OUT_OF_ORDER),
    REFUND_LOST(Effect.CREDIT_LOST),
    UNASSIGNED_D(Effect.UNASSIGNED),
    UNASSIGNED_E(Effect.UNASSIGNED),
    UNASSIGNED_F(Effect.UNASSIGNED);

    private static final MalfunctionKind[] BY_CLASS = values();

    private final Effect effect;

    MalfunctionKind(Effect effect) {
        this.effect = effect;
    }

    static MalfunctionKind of(int code) {
        return BY_CLASS[code >> 4 & 0xF];
    }

    /** What it means for the next sale. */
    public Effect effect() {
        return effect;
    }

    /** What a class of malfunctions means for the next sale. */
    public enum Effect {
        /** Said once, and over. */
        ONCE,
        /** Said at every poll; the reader works. */
        STILL_WORKS,
        /** Said at every poll; the reader does not work. */
        OUT_OF_ORDER,
        /** A refund could not be made: the shopper's credit is gone. */
        CREDIT_LOST,
        UNASSIGNED
    }
}
