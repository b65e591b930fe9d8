package org.assistcounter.devices.cash;

/** What a VMC says to the coin changer at 08h (MDB/ICP 4.2 §5.2, §5.3). Masks: bit n is type n. */
public sealed interface ChangerCommand {

    /** 08: forget everything. */
    record Reset() implements ChangerCommand {}

    /** 09: how do you count? */
    record Setup() implements ChangerCommand {}

    /** 0A: what is in the tubes? Not in the first 500 ms after a reset. */
    record TubeStatus() implements ChangerCommand {}

    /** 0B: anything to say? */
    record Poll() implements ChangerCommand {}

    /** 0C: which coins are taken, and which may be given out by hand. */
    record CoinType(int acceptedMask, int manualDispenseMask) implements ChangerCommand {}

    /** 0D: give out coins of a type. Never repeated blindly: it would pay twice. */
    record Dispense(int coinType, int count) implements ChangerCommand {}

    /** 0F 00: who are you? Level 3. */
    record RequestId() implements ChangerCommand {}

    /** 0F 01: use these of the options offered. */
    record EnableOptions(long optionBits) implements ChangerCommand {}

    /** 0F 02: give out this value, in coins of your choice. */
    record Payout(int value) implements ChangerCommand {}

    /** 0F 03: which coins was it? */
    record PayoutStatus() implements ChangerCommand {}

    /** 0F 04: how much since the last question? */
    record PayoutValuePoll() implements ChangerCommand {}

    /** 0F 05: how are you? */
    record DiagnosticStatus() implements ChangerCommand {}

    /** 0F 06: what was filled in by hand? */
    record ManualFillReport() implements ChangerCommand {}

    /** 0F 07: what was given out by hand? */
    record ManualPayoutReport() implements ChangerCommand {}

    /** 0F FA to FF: file transport and the manufacturer's own. */
    record NotUsed(int subcommand, String data) implements ChangerCommand {}
}
