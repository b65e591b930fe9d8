package org.assistcounter.devices.cash;

/** The conditions that a changer's poll tells, 01 to 0D (MDB/ICP 4.2 §5.3 POLL). */
public enum CoinStatus {
    ESCROW_REQUESTED,
    PAYOUT_BUSY,
    NO_CREDIT,
    TUBE_SENSOR_DEFECTIVE,
    DOUBLE_ARRIVAL,
    ACCEPTOR_UNPLUGGED,
    TUBE_JAMMED,
    ROM_CHECKSUM_WRONG,
    COIN_MISROUTED,
    BUSY,
    WAS_RESET,
    COIN_JAMMED,
    CREDITED_COIN_REMOVED
}
