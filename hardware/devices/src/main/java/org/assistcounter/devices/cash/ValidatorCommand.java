package org.assistcounter.devices.cash;

/**
 * What a VMC says to the bill validator at 30h (MDB/ICP 4.2 §6.2, §6.3). Masks: bit n is type n.
 */
public sealed interface ValidatorCommand {

    /** 30: forget everything; a bill in escrow goes back. */
    record Reset() implements ValidatorCommand {}

    /** 31: how do you count? */
    record Setup() implements ValidatorCommand {}

    /** 32: these bills are looked at more closely. */
    record Security(int highMask) implements ValidatorCommand {}

    /** 33: anything to say? */
    record Poll() implements ValidatorCommand {}

    /** 34: which bills are taken, and which wait in escrow. */
    record BillType(int acceptedMask, int escrowMask) implements ValidatorCommand {}

    /** 35: keep the bill in escrow, or give it back. */
    record Escrow(boolean stack) implements ValidatorCommand {}

    /** 36: how full is the stacker? */
    record Stacker() implements ValidatorCommand {}

    /** 37 00 and, with option bits from level 2, 37 02: who are you? */
    record RequestId(boolean withOptions) implements ValidatorCommand {}

    /** 37 01: use these of the options offered. */
    record EnableOptions(long optionBits) implements ValidatorCommand {}

    /** 37 03 to 0A, FA to FF: recycler, file transport, the manufacturer's own. */
    record NotUsed(int subcommand, String data) implements ValidatorCommand {}
}
