package org.assistcounter.devices.cash;

/** The conditions that a validator's poll tells, 01 to 0C (MDB/ICP 4.2 §6.3 POLL). */
public enum BillStatus {
    MOTOR_DEFECTIVE,
    SENSOR_PROBLEM,
    BUSY,
    ROM_CHECKSUM_WRONG,
    JAMMED,
    WAS_RESET,
    BILL_REMOVED,
    CASH_BOX_OUT,
    DISABLED,
    INVALID_ESCROW_REQUEST,
    BILL_REJECTED,
    CREDITED_BILL_REMOVED
}
