package org.assistcounter.devices.mdb;

/**
 * What the vending machine controller (VMC) says to a cashless reader, levels 1 to 3 (MDB/ICP 4.2
 * §7.3, §7.4). The numbers are those of the reader at 10h; the one at 60h has 50h more. Amounts are
 * raw: the reader's scale is not applied.
 */
public sealed interface VmcMessage {

    /** 10: forget everything; JUST RESET follows on a later poll. */
    record Reset() implements VmcMessage {}

    /** 12: anything to say? */
    record Poll() implements VmcMessage {}

    /** 11: what both sides can do. */
    sealed interface SetupCommand extends VmcMessage {}

    /** 11 00: the VMC's level and display. */
    record SetupConfig(int level, int columns, int rows, int displayInfo) implements SetupCommand {}

    /**
     * 11 01: the dearest and the cheapest price; -1 and 0 for unknown. The currency, in BCD, goes
     * out in expanded mode only.
     */
    record SetupPrices(long priceMax, long priceMin, int currency) implements SetupCommand {}

    /** 13: a sale. */
    sealed interface VendCommand extends VmcMessage {}

    /** 13 00: take this much for this item. */
    record VendRequest(long price, int item) implements VendCommand {}

    /** 13 01: the request is off; only before it is approved or denied. */
    record VendCancel() implements VendCommand {}

    /** 13 02: the goods are out. */
    record VendSuccess(int item) implements VendCommand {}

    /** 13 03: the goods are not out; give the money back. */
    record VendFailure() implements VendCommand {}

    /** 13 04: no more vends in this session. */
    record SessionComplete() implements VendCommand {}

    /** 13 05: sold for cash, for the reader's books; bits 12 to 15 of the item say how. */
    record CashSale(long price, int item, int currency) implements VendCommand {}

    /** 13 06: an item comes back; may its value be credited? Level 3. */
    record NegativeVendRequest(long value, int item) implements VendCommand {}

    /** 14: cards or none. */
    sealed interface ReaderCommand extends VmcMessage {}

    /** 14 00: take no cards. */
    record ReaderDisable() implements ReaderCommand {}

    /** 14 01: take cards. */
    record ReaderEnable() implements ReaderCommand {}

    /** 14 02: stop what is going on in the enabled state. */
    record ReaderCancel() implements ReaderCommand {}

    /** 15: money onto the card, from level 2. */
    sealed interface RevalueCommand extends VmcMessage {}

    /** 15 00: put this much onto the card. */
    record RevalueRequest(long amount) implements RevalueCommand {}

    /** 15 01: how much may go onto the card? */
    record RevalueLimitRequest() implements RevalueCommand {}

    /** 17: all the rest. */
    sealed interface ExpansionCommand extends VmcMessage {}

    /** 17 00: who are you? And who we are. */
    record RequestId(Identification vmc) implements ExpansionCommand {}

    /**
     * 17 03: the time, from level 2.
     *
     * @param bcd two digits each of year, month, day, hour, minute, second, weekday (Monday is 1),
     *     week, summertime, holiday; FF for what is not known
     */
    record WriteTime(String bcd) implements ExpansionCommand {}

    /** 17 04: use these of the options that the reader offered. Level 3. */
    record EnableOptions(long optionBits) implements ExpansionCommand {}

    /** 17 FF: what the manufacturer defined. */
    record Diagnostics(String data) implements ExpansionCommand {}

    /**
     * A message of the specification that our VMC does not use: data entry, user files, file
     * transport.
     */
    record NotUsed(String name, String data) implements VmcMessage {}
}
