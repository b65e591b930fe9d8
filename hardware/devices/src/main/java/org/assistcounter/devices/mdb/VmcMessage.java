package org.assistcounter.devices.mdb;

/**
 * What the vending machine controller (VMC) says to a cashless reader at address 10h: what one sale
 * needs of levels 1 to 3 with 16-bit amounts (MDB/ICP 4.2 §7.3, §7.4).
 */
public sealed interface VmcMessage {

    /** 10: forget everything; JUST RESET follows on a later poll. */
    record Reset() implements VmcMessage {}

    /** 11 00: the VMC's level and display. */
    record SetupConfig(int level, int columns, int rows, int displayInfo) implements VmcMessage {}

    /** 11 01: the dearest and the cheapest price, raw; FFFF and 0000 for unknown. */
    record SetupPrices(int priceMax, int priceMin) implements VmcMessage {}

    /** 12: anything to say? */
    record Poll() implements VmcMessage {}

    /** 13 00: take this much, raw, for this item. */
    record VendRequest(int price, int item) implements VmcMessage {}

    /** 13 01: the request is off; only before it is approved or denied. */
    record VendCancel() implements VmcMessage {}

    /** 13 02: the goods are out. */
    record VendSuccess(int item) implements VmcMessage {}

    /** 13 03: the goods are not out; give the money back. */
    record VendFailure() implements VmcMessage {}

    /** 13 04: no more vends in this session. */
    record SessionComplete() implements VmcMessage {}

    /** 14 00: take no cards. */
    record ReaderDisable() implements VmcMessage {}

    /** 14 01: take cards. */
    record ReaderEnable() implements VmcMessage {}

    /** 14 02: stop what is going on in the enabled state. */
    record ReaderCancel() implements VmcMessage {}

    /** 17 00: who are you? And who we are. */
    record RequestId(Identification vmc) implements VmcMessage {}
}
